import type { Evidence, EvidenceKey } from '../../model/evidence/map.ts';
import type { ReviewTarget } from '../../model/review.ts';
import type { Config, Target } from '../../model/target.ts';
import { loadTarget } from '../../collect/target/load-target.ts';
import type { BoundaryFlags } from '../options/boundary-options.ts';
import type { EdgeFlags } from '../options/edge-options.ts';
import { CliError } from '../cli-error.ts';
import { printable, printableLines } from '../output/printable.ts';
import { readNamed } from '../output/read-file.ts';
import { complain } from '../output/streams.ts';
import { withBoundaryFlags } from './boundary-config.ts';
import { withEdgeFlags } from './edge-config.ts';
import { type Interrupt, listenForInterrupt } from '../progress/interrupt.ts';
import { createReporter, type Reporter } from '../progress/reporter.ts';

/** Everything that a review is made from. */
export interface Gathered {
  evidence: Evidence;
  target: ReviewTarget;
  config: Config;
  timings: Readonly<Record<string, number>>;
  /** ISO 8601, UTC. */
  startedAt: string;
  /** Null when the evidence came from a file. */
  root: string | null;
  bare: boolean;
  interrupted: boolean;
}

export interface GatherRequest {
  path: string;
  config?: string;
  history?: boolean;
  /** Read everything again, and keep nothing of it. */
  cache?: boolean;
  /** Asked after a first look whether to look again and try the keys at their providers. */
  verify?: (evidence: Evidence) => Promise<boolean>;
  quiet?: boolean;
  color?: boolean;
  keys?: readonly EvidenceKey[];
  /** An empty PostgreSQL that may be thrown away. */
  databaseUrl?: string;
  /** The origin of a running app that is looked at without its code: the review bears its name. */
  app?: string;
  /** How the running app is reached; undefined for commands that do not look at one. */
  boundary?: BoundaryFlags & { yes?: boolean };
  /** How the public surface is reached; undefined for commands that do not look at it. */
  edge?: EdgeFlags;
  /** Look at the public surface alone: the folder is not read. */
  withoutCode?: boolean;
}

/** Finds the folder that a command works on, or throws CliError with the reason. */
export const targetAt = async (
  path: string,
  config: string | undefined,
): Promise<{ target: Target; notes: readonly string[] }> => {
  const loaded = await loadTarget({ path, ...(config === undefined ? {} : { configPath: config }) });
  if (!loaded.ok) throw new CliError(printableLines(loaded.error));
  return loaded;
};

/** Looks at a folder, with progress on stderr and Ctrl-C respected. */
export const gather = async (request: GatherRequest): Promise<Gathered> => {
  const startedAt = new Date().toISOString();
  const { target: loaded, notes } = await targetAt(request.path, request.config);
  const config = withEdgeFlags(withBoundaryFlags(loaded.config, request.boundary ?? {}), request.edge ?? {});
  const target = { ...loaded, name: nameFor(request, loaded.name, config), config };
  const asked =
    request.history === false
      ? { ...target, config: { ...target.config, secrets: { ...target.config.secrets, history: false } } }
      : target;
  if (request.quiet !== true) for (const note of notes) complain(printable(note));
  const first = request.withoutCode === true ? NO_CODE : await look(asked, request, false);
  const again = !first.interrupted && (await request.verify?.(first.value.evidence)) === true;
  const found = again ? await look(asked, request, true) : first;
  const edge = await lookAtEdge(asked, request, found);
  const running = await lookAtRunning(asked, request, edge.interrupted ? edge : found);
  const repo = found.value.evidence['repo.summary'];
  const git = repo?.ok === true ? repo.value.git : null;
  return {
    evidence: { ...found.value.evidence, ...edge.evidence, ...running.evidence },
    timings: { ...found.value.timings, ...edge.timings, ...running.timings },
    target: { name: target.name, path: target.root, commit: git?.head ?? null, branch: git?.branch ?? null },
    config: asked.config,
    startedAt,
    root: target.root,
    bare: git?.bare === true,
    interrupted: found.interrupted || edge.interrupted || running.interrupted,
  };
};

/** What is looked at without its code bears the name of the origin or the domain. */
const nameFor = ({ app, withoutCode }: GatherRequest, folder: string, { edge }: Config): string => {
  if (app !== undefined) return new URL(app).host;
  return withoutCode === true ? (edge?.domains.join(', ') ?? folder) : folder;
};

interface Running {
  evidence: Evidence;
  timings: Readonly<Record<string, number>>;
  interrupted: boolean;
}

interface Before {
  interrupted: boolean;
  value: { evidence: Evidence };
}

/** The public surface, when a check needs it and a domain is known. */
const lookAtEdge = async (target: Target, request: GatherRequest, { interrupted, value }: Before) => {
  const none = { evidence: {}, timings: {}, interrupted: false, value: { evidence: {} } };
  const wanted = request.keys === undefined || request.keys.some((key) => key.startsWith('edge.'));
  const { edge } = target.config;
  if (edge === undefined || request.edge === undefined || !wanted) return none;
  if (interrupted) {
    const { stoppedEdge } = await import('../../program.ts');
    return { ...none, evidence: await stoppedEdge() };
  }
  const { gatherEdge } = await import('./edge.ts');
  const flags = {
    ...request.edge,
    connectTo: request.boundary?.connectTo ?? [],
    quiet: request.quiet,
    color: request.color,
  };
  return {
    ...(await gatherEdge({ target, config: edge, flags, evidence: value.evidence })),
    value: { evidence: value.evidence },
  };
};

/** The running app, when a check needs it. */
const lookAtRunning = async (
  target: Target,
  request: GatherRequest,
  { interrupted, value }: Before,
): Promise<Running> => {
  const wanted = request.keys === undefined || request.keys.some((key) => key.startsWith('boundary.'));
  if (request.boundary === undefined || !wanted) return { evidence: {}, timings: {}, interrupted: false };
  if (interrupted) {
    const { stoppedBoundary } = await import('../../program.ts');
    return { evidence: await stoppedBoundary(), timings: {}, interrupted: false };
  }
  const begun = performance.now();
  const { gatherBoundary } = await import('./boundary.ts');
  const repo = value.evidence['repo.summary'];
  const frameworks = repo?.ok === true ? repo.value.frameworks : [];
  const code = value.evidence['code.endpoints'];
  const endpoints = code?.ok === true ? code.value : [];
  const flags = {
    ...request.boundary,
    ...(request.quiet === undefined ? {} : { quiet: request.quiet }),
    ...(request.color === undefined ? {} : { color: request.color }),
  };
  const { evidence, interrupted: ended } = await gatherBoundary({ target, flags, frameworks, endpoints });
  const timings = target.config.boundary === undefined ? {} : { 'boundary.run': Math.round(performance.now() - begun) };
  return { evidence, timings, interrupted: ended };
};

const NO_CODE = { value: { evidence: {} as Evidence, timings: {} as Record<string, number> }, interrupted: false };

const look = async (target: Target, request: GatherRequest, verify: boolean) => {
  const { collectEvidence } = await import('../../program.ts');
  const { keys, cache = true } = request;
  return withProgress(request, `Reviewing ${printable(target.name, 60)}`, ({ progress }, { signal }) =>
    collectEvidence({
      target,
      progress,
      signal,
      verify,
      cache,
      ...(keys === undefined ? {} : { keys }),
      ...(request.databaseUrl === undefined ? {} : { databaseUrl: request.databaseUrl }),
    }),
  );
};

/** Runs long work with progress on stderr; the first Ctrl-C aborts its signal. */
export const withProgress = async <T>(
  flags: { quiet?: boolean; color?: boolean },
  title: string,
  work: (reporter: Reporter, interrupt: Interrupt) => Promise<T>,
): Promise<{ value: T; interrupted: boolean }> => {
  const reporter = createReporter(flags, title);
  const interrupt = listenForInterrupt((text) => reporter.note(text));
  try {
    const value = await work(reporter, interrupt);
    return { value, interrupted: interrupt.signal.aborted };
  } finally {
    interrupt.release();
    reporter.close();
  }
};

/** Takes the evidence of an earlier run from a file. */
export const replayed = async (path: string): Promise<Gathered> => {
  const text = await readNamed(path);
  const { parseEvidence } = await import('../../review/evidence-file.ts');
  const parsed = parseEvidence(text);
  if (!parsed.ok) throw new CliError(`${printable(path)}: ${printable(parsed.error, 1000)}`);
  const { evidence, target, config, madeAt } = parsed.value;
  return { evidence, target, config, timings: {}, startedAt: madeAt, root: null, bare: false, interrupted: false };
};
