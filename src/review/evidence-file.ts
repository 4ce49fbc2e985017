import type { Evidence } from '../model/evidence/map.ts';
import type { ReviewTarget } from '../model/review.ts';
import type { Config, SecretAllowance, Waiver } from '../model/target.ts';
import { EVIDENCE_SHAPES } from './evidence-shapes.ts';
import { readJson } from './read-json.ts';
import { failure, success, type Result } from './result.ts';
import { flag, isObject, list, members, number, orNull, record, text, type Shape } from './shape.ts';

export const EVIDENCE_SCHEMA = 'launch-ready/evidence@1';

/** What a review was made from, besides the evidence: replayed with the same `madeAt` it gives the same review. */
export interface EvidenceMeta {
  /** ISO 8601, UTC: when the review started. */
  madeAt: string;
  target: ReviewTarget;
  config: Config;
}

export interface EvidenceFile extends EvidenceMeta {
  schema: typeof EVIDENCE_SCHEMA;
  evidence: Evidence;
}

const strings = list(text(), 10_000);

const config = members<Config>(
  {
    secrets: members<Config['secrets']>({
      history: flag,
      exclude: strings,
      maxFileMegabytes: number,
      allow: list(members<SecretAllowance>({ id: text(200), reason: text(), until: text(100) }), 10_000),
    }),
    env: members<Config['env']>({ files: record(text(50)), undocumented: strings }),
    waivers: list(members<Waiver>({ finding: text(200), reason: text(), owner: text(), until: text(100) }), 10_000),
    plan: members<Config['plan']>({ engineers: number, hoursPerDay: number, ratePerHour: number, currency: text(100) }),
  },
  { name: text() },
);

const fact =
  (value: Shape): Shape =>
  (candidate, at) => {
    const wrong = members<{ ok: boolean }>({ ok: flag })(candidate, at);
    if (wrong !== null || !isObject(candidate)) return wrong;
    return candidate['ok'] === true
      ? members<{ value: unknown }>({ value })(candidate, at)
      : members<{ reason: string; unlock: string }>({ reason: text(), unlock: text() })(candidate, at);
  };

const keys = Object.keys(EVIDENCE_SHAPES);

const evidence: Shape = (value, at) => {
  if (!isObject(value)) return `${at} must be an object`;
  for (const [key, shape] of Object.entries(EVIDENCE_SHAPES)) {
    const wrong = Object.hasOwn(value, key) ? fact(shape)(value[key], `${at}[${JSON.stringify(key)}]`) : null;
    if (wrong !== null) return wrong;
  }
  return null;
};

const file = members<EvidenceFile>({
  madeAt: text(100),
  target: members<ReviewTarget>({ name: text(), path: text(), commit: orNull(text(100)), branch: orNull(text()) }),
  config,
  evidence,
});

/** The text of an evidence file. Secrets in evidence are masked by the collectors already. */
export const serializeEvidence = (found: Evidence, meta: EvidenceMeta): string => {
  const { madeAt, target, config: settings } = meta;
  return `${JSON.stringify({ schema: EVIDENCE_SCHEMA, madeAt, target, config: settings, evidence: found })}\n`;
};

/** Reads an evidence file as untrusted text; the error names the member that is wrong. Unknown kinds are an error too. */
export const parseEvidence = (source: string): Result<EvidenceFile> => {
  const read = readJson(source, 'an evidence file', 'launch-ready/evidence', 1, file);
  if (!read.ok) return read;
  const parsed = read.value as unknown as EvidenceFile;
  const unknown = Object.keys(parsed.evidence).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    return failure(
      `This version does not know the evidence ${JSON.stringify(unknown.slice(0, 80))}; use the version that saved it.`,
    );
  }
  return success(parsed);
};
