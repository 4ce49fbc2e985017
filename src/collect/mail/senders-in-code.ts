import type { Evidence } from '../../model/evidence/map.ts';
import type { ToldSender } from './domain/read-domain.ts';
import { MAIL_PROVIDERS } from './providers.ts';

/** Providers that the repository's packages and variables name. From which domain they send, it does not say. */
export const sendersInCode = (evidence: Evidence): ToldSender[] => {
  const deps = evidence['deps.versions'];
  const env = evidence['env.files'];
  const packages = deps?.ok === true ? deps.value.packages.flatMap(({ dependencies }) => dependencies) : [];
  const uses = env?.ok === true ? env.value.uses : [];
  return MAIL_PROVIDERS.flatMap((provider) => {
    const used = packages.find(({ name }) => provider.packages.includes(name));
    const named = uses.find(({ name }) => provider.variables.some((pattern) => pattern.test(name)));
    return [
      ...(used === undefined ? [] : [`${used.name} in ${used.at.path}`]),
      ...(named === undefined ? [] : [`${named.name} in ${named.path}:${named.line}`]),
    ].map((seenIn) => ({ provider: provider.id, seenIn, certain: false }));
  });
};
