import { randomBytes } from 'node:crypto';
import { getServers } from 'node:dns';
import { MAIL_PROVIDERS } from '../../collect/mail/providers/registry.ts';
import type { Evidence, EvidenceKey } from '../../model/evidence/map.ts';
import type { EdgeConfig, Target } from '../../model/target.ts';
import type { Detour } from '../../net/net.ts';
import { mailReport, recordsSeen } from '../../report/mail/domain-report.ts';
import { renderDomains } from '../../report/mail/render-domain.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { EdgeFlags } from '../options/edge-options.ts';
import { parseResolver } from '../options/resolver.ts';
import { printable } from '../output/printable.ts';
import { readNamed } from '../output/read-file.ts';
import { complain, print } from '../output/streams.ts';
import { toolVersion } from '../version.ts';
import { withEdgeFlags } from './edge-config.ts';
import { partExit } from './exit-code.ts';
import { targetAt, withProgress } from './gather.ts';
import { keepMailRun, lastMailRun } from './last-mail.ts';
import { lastReviewPlace } from './last-review.ts';
import { reviewOnce } from './review-once.ts';

export interface MailDomainFlags extends EdgeFlags {
  code?: string;
  provider?: string[];
  connectTo?: readonly Detour[];
  config?: string;
  json?: boolean;
  save: boolean;
  quiet?: boolean;
}

/** What of a repository tells who sends mail. */
const KEYS = ['repo.summary', 'deps.versions', 'env.files', 'code.mail'] as const satisfies readonly EvidenceKey[];

/** Looks at the mail of domains, prints what is right, wrong and to be published, and what has changed since the last run. */
export const runMailDomains = async (domains: readonly string[], flags: MailDomainFlags): Promise<void> => {
  const startedAt = new Date().toISOString();
  const { target: loaded } = await targetAt(flags.code ?? '.', flags.config);
  const config = withEdgeFlags(loaded.config, domains.length === 0 ? {} : { domain: [...domains] });
  if (config.edge === undefined)
    throw new CliError('Name a domain, e.g. `launch-ready mail shop.example`, or a mail with --eml.');
  const edge = withMailFlags(config.edge, domains, flags.provider ?? []);
  const target = { ...loaded, config: { ...config, edge } };
  const { evidence, interrupted } = await look(target, edge, flags);
  if (interrupted) process.exit(EXIT.interrupted);
  const { CHECKS } = await import('../../program.ts');
  const only = CHECKS.map(({ id }) => id).filter((id) => id.startsWith('edge/mail-'));
  const name = mailDomainsOf(edge).join(', ');
  const place = lastReviewPlace(target.root, false, 'last-mail.json');
  const last = await lastMailRun(place, name);
  const gathered = {
    evidence,
    target: { name, path: target.root, commit: null, branch: null },
    config: target.config,
    timings: {},
    startedAt: (flags.now ?? new Date(startedAt)).toISOString(),
    root: null,
    bare: false,
    interrupted: false,
  };
  const review = reviewOnce(CHECKS, { only, stages: [] }, gathered, last?.review ?? null);
  const fact = evidence['edge.mail'];
  const seen = fact?.ok === true ? fact.value : [];
  const report = mailReport(seen, review, last);
  await print(flags.json === true ? JSON.stringify(report, null, 2) : renderDomains(report));
  if (flags.save) {
    const problem = await keepMailRun(place, { name, at: review.startedAt, records: recordsSeen(seen), review });
    if (problem !== null) complain(`This run is not kept for the next comparison: ${printable(problem)}.`);
  }
  process.exitCode = partExit(review, undefined, evidence);
};

const mailDomainsOf = ({ domains, mail }: EdgeConfig): readonly string[] =>
  mail.domains.length > 0 ? mail.domains : domains;

/** What the command line names goes before what the config says. */
const withMailFlags = (edge: EdgeConfig, domains: readonly string[], named: readonly string[]): EdgeConfig => {
  const unknown = named.find((id) => !MAIL_PROVIDERS.some((one) => one.id === id));
  if (unknown !== undefined)
    throw new CliError(
      `There is no provider ${printable(unknown, 60)}. Known are ${MAIL_PROVIDERS.map(({ id }) => id).join(', ')}.`,
    );
  const { mail } = edge;
  return {
    ...edge,
    mail: {
      ...mail,
      domains: domains.length === 0 ? mail.domains : edge.domains,
      providers: [...new Set([...named, ...mail.providers])],
    },
  };
};

const look = async (
  target: Target,
  config: EdgeConfig,
  flags: MailDomainFlags,
): Promise<{ evidence: Evidence; interrupted: boolean }> => {
  const { collectEvidence, collectMail } = await import('../../program.ts');
  const ca = await Promise.all((flags.ca ?? []).map(readNamed));
  const shown = flags.quiet === undefined ? {} : { quiet: flags.quiet };
  const { value, interrupted } = await withProgress(
    shown,
    `Looking at the mail of ${printable(config.domains.join(', '), 60)}`,
    async ({ progress }, { signal }) => {
      const told =
        flags.code === undefined
          ? {}
          : (await collectEvidence({ target, progress, signal, verify: false, keys: KEYS })).evidence;
      const mail = await collectMail({
        config,
        evidence: told,
        progress,
        net: {
          servers: flags.resolver ?? getServers().map(parseResolver),
          detours: flags.connectTo ?? [],
          ca,
          now: () => flags.now ?? new Date(),
          inside: flags.resolver !== undefined,
          runId: randomBytes(8).toString('hex'),
          version: toolVersion(),
          signal,
        },
      });
      return { ...told, ...mail };
    },
  );
  return { evidence: value, interrupted };
};
