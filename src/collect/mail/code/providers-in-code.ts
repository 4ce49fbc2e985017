import type { Evidence } from '../../../model/evidence/map.ts';
import type { ToldSender } from '../domain/read-domain.ts';
import { MAIL_PROVIDERS } from '../providers/registry.ts';

/** Providers that the repository's packages, variables and mail servers name. From which domain they send, it does not say. */
export const providersInCode = (evidence: Evidence): ToldSender[] => {
  const deps = evidence['deps.versions'];
  const env = evidence['env.files'];
  const mail = evidence['code.mail'];
  const packages = deps?.ok === true ? deps.value.packages.flatMap(({ dependencies }) => dependencies) : [];
  const uses = env?.ok === true ? env.value.uses : [];
  const hosts = mail?.ok === true ? mail.value.hosts : [];
  return MAIL_PROVIDERS.flatMap((provider) => {
    const used = packages.find(({ name }) => provider.packages.includes(name));
    const named = uses.find(({ name }) => provider.variables.some((pattern) => pattern.test(name)));
    const host = hosts.find((one) => provider.smtp.some((pattern) => pattern.test(one.host)));
    return [
      ...(used === undefined ? [] : [`${used.name} in ${used.at.path}`]),
      ...(named === undefined ? [] : [`${named.name} in ${named.path}:${named.line}`]),
      ...(host === undefined ? [] : [`${host.host} in ${host.at.path}:${host.at.line}`]),
    ].map((seenIn) => ({ provider: provider.id, seenIn, certain: false }));
  });
};
