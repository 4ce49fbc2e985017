import { codeCollector } from './collect/code/collector.ts';
import { codeMailCollector } from './collect/mail/code/collector.ts';
import { dataCollector } from './collect/data/collector.ts';
import { depsCollector } from './collect/deps/collector.ts';
import { envCollector } from './collect/env/collector.ts';
import { hostingCollector } from './collect/hosting/collector.ts';
import { pipelineCollector } from './collect/pipeline/collector.ts';
import { secretsCollector } from './collect/secrets/collector.ts';
import { scrubbed } from './collect/secrets/scrub.ts';
import type { VerifyInput } from './collect/mail/message/verify-received.ts';
import type { BoundaryRequest } from './probe/boundary-request.ts';
import { CHECKS } from './checks/registry.generated.ts';
import type { AnyCollector } from './model/collector.ts';
import type { Evidence, EvidenceKey } from './model/evidence/map.ts';
import type { Progress } from './model/progress.ts';
import type { EdgeIntent, EdgePlan } from './model/edge-plan.ts';
import type { ReceivedMail } from './model/received-mail.ts';
import type { CloudflareAccess } from './collect/edge/cloudflare/collector.ts';
import type { EdgeRequest } from './collect/edge/collect-edge.ts';
import type { EdgeConfig, Target } from './model/target.ts';
import type { ApiError } from './net/cloudflare/api.ts';
import type { NetOptions } from './net/net.ts';
import type { DnsServer } from './net/dns/client.ts';

export { CHECKS };

/** Probes the running app with every probe that there is. Loaded when asked for: most reviews look at the code alone. */
export const probeBoundary = async (request: Omit<BoundaryRequest, 'probes'>): Promise<Evidence> => {
  const { PROBES } = await import('./probe/registry.ts');
  const { runBoundary } = await import('./probe/run-boundary.ts');
  return scrubbed(await runBoundary({ ...request, probes: PROBES }));
};

/** What stands for the running app after Ctrl-C. */
export const stoppedBoundary = async (): Promise<Evidence> => {
  const { noBoundary } = await import('./probe/run-boundary.ts');
  return noBoundary(STOPPED.reason, STOPPED.unlock);
};

/** Judges one received mail as receivers do; asks those name servers. */
export const verifyMail = async ({
  servers,
  ...input
}: Omit<VerifyInput, 'client'> & { servers: readonly DnsServer[] }): Promise<ReceivedMail> => {
  const { DnsClient } = await import('./net/dns/client.ts');
  const { verifyReceived } = await import('./collect/mail/message/verify-received.ts');
  return verifyReceived({ ...input, client: new DnsClient({ servers }) });
};

export interface MailRequest {
  config: EdgeConfig;
  /** What the repository told. */
  evidence: Evidence;
  net: NetOptions;
  progress: Progress;
}

/** Looks at the mail of the domains alone: asks DNS, and for the file of MTA-STS. */
export const collectMail = async ({ net: options, ...request }: MailRequest): Promise<Evidence> => {
  const { createNet } = await import('./net/net.ts');
  const { mailCollector } = await import('./collect/mail/collector.ts');
  const net = createNet(options);
  try {
    return scrubbed(await mailCollector.collect({ ...request, net }));
  } finally {
    await net.close();
  }
};

/** Looks at the public surface; see `EdgeRequest`. Loaded when asked for: most reviews look at the code alone. */
export const collectEdge = async (request: EdgeRequest): Promise<Evidence> => {
  const { collectEdge: collect } = await import('./collect/edge/collect-edge.ts');
  return scrubbed(await collect(request));
};

/** What stands for the public surface after Ctrl-C. */
export const stoppedEdge = async (): Promise<Evidence> => {
  const { edgeUnseen } = await import('./collect/edge/collect-edge.ts');
  return edgeUnseen(STOPPED.reason, STOPPED.unlock);
};

export interface EdgePlanRequest {
  config: EdgeConfig;
  domain: string;
  net: NetOptions;
  /** Left out: only what is meant is found out, without Cloudflare. */
  cloudflare?: CloudflareAccess;
  /** The server behind the edge is known to have a valid certificate. */
  strictTls: boolean;
}

/** `none`: the token sees no zone for the domain. */
export type EdgePlanned = { intent: EdgeIntent; plan: EdgePlan | null; problem: 'none' | ApiError | null };

/** What the edge of a domain should do, and what has to change at Cloudflare for it. Looks only. */
export const planEdge = async ({
  config,
  domain,
  net: options,
  cloudflare,
  strictTls,
}: EdgePlanRequest): Promise<EdgePlanned> => {
  const { createNet } = await import('./net/net.ts');
  const { readIntent } = await import('./collect/edge/intent/read-intent.ts');
  const net = createNet(options);
  try {
    const intent = await readIntent(net, config, domain);
    if (cloudflare === undefined) return { intent, plan: null, problem: null };
    const { CloudflareApi } = await import('./net/cloudflare/api.ts');
    const { findZone, readZone } = await import('./collect/edge/cloudflare/read-zone.ts');
    const { planCloudflare } = await import('./fix/edge/plan-cloudflare.ts');
    const api = new CloudflareApi({ ...cloudflare, signal: options.signal });
    const found = await findZone(api, domain);
    if (!found.ok) return { intent, plan: null, problem: found };
    if (found.head === null) return { intent, plan: null, problem: 'none' };
    return { intent, plan: planCloudflare(await readZone(api, found.head), intent, strictTls), problem: null };
  } finally {
    await net.close();
  }
};

export interface CollectRequest {
  target: Target;
  progress: Progress;
  signal: AbortSignal;
  /** Ask providers whether secrets are live. Needs the user's consent. */
  verify: boolean;
  /** An empty PostgreSQL that may be thrown away, for the replay of migrations. */
  databaseUrl?: string;
  /** Only what these need; everything when left out. */
  keys?: readonly EvidenceKey[];
  /** Take what an earlier run kept of a folder in which nothing has changed, and keep this run’s. */
  cache?: boolean;
}

export interface Collected {
  evidence: Evidence;
  /** Milliseconds a collector took, by its first key. */
  timings: Record<string, number>;
}

const STOPPED = {
  ok: false,
  reason: 'The review was stopped before it looked at this',
  unlock: 'Run `npx launch-ready` again and let it finish.',
} as const;

/** Runs the collectors that bring what is asked for. */
export const collectEvidence = async (request: CollectRequest): Promise<Collected> => {
  const collectors: readonly AnyCollector[] = [
    secretsCollector({ verify: request.verify, beside: !isAlone(request.keys) }),
    envCollector(),
    pipelineCollector(),
    depsCollector(),
    hostingCollector(),
    codeCollector(),
    codeMailCollector,
    dataCollector(request.databaseUrl === undefined ? {} : { databaseUrl: request.databaseUrl }),
  ];
  const wanted = collectors.filter(
    ({ provides }) => request.keys === undefined || provides.some((key) => request.keys?.includes(key)),
  );
  const timings: Record<string, number> = {};
  const look = (): Promise<Evidence> => runAll(wanted, request, timings);
  if (request.cache !== true || request.verify || request.databaseUrl !== undefined || wanted.length === 0)
    return { evidence: await look(), timings };
  const startedAt = performance.now();
  const { keptOr } = await import('./collect/kept/kept-evidence.ts');
  const names = wanted.map(({ provides }) => provides[0] ?? '');
  const { evidence, kept } = await keptOr({ ...request, collectors: names }, look);
  if (kept) {
    timings['unchanged'] = Math.round(performance.now() - startedAt);
    request.progress.step('unchanged since an earlier run').end('what was found then is used');
  }
  return { evidence, timings };
};

/** Whether nothing but secrets is looked for. */
const isAlone = (keys: readonly EvidenceKey[] | undefined): boolean =>
  keys?.every((key) => key === 'repo.summary' || key.startsWith('secrets.')) === true;

/** All at once: while one waits for git, for a thread or for a disk, another works. None sees what the others find. */
const runAll = async (
  collectors: readonly AnyCollector[],
  request: CollectRequest,
  timings: Record<string, number>,
): Promise<Evidence> => {
  const evidence: Evidence = {};
  await Promise.all(
    collectors.map(async (collector) => {
      if (request.signal.aborted) {
        Object.assign(evidence, Object.fromEntries(collector.provides.map((key) => [key, STOPPED])));
        return;
      }
      const startedAt = performance.now();
      // Names hold keys too: a file, a branch, an author, a remote.
      Object.assign(evidence, scrubbed(await collector.collect(request)));
      timings[collector.provides[0] ?? ''] = Math.round(performance.now() - startedAt);
    }),
  );
  return evidence;
};
