import type { Confidence, Verdict3 } from '../../model/evidence/secrets.ts';
import { runGit } from '../git/run-git.ts';
import { baseDetector } from './base-detector.ts';
import { mask } from './mask.ts';
import { isMedia } from './media.ts';
import { pathRole } from './path-role.ts';
import { scanContent } from './scan-content.ts';
import { scrubText } from './scrub.ts';
import { countsAt } from './seen.ts';
import { catFile } from './work/cat-file.ts';

/** Something in a diff that must not be merged. */
export interface GateHit {
  kind: 'secret' | 'env-file';
  path: string;
  line: number;
  rule: string;
  ruleName: string;
  masked: string;
  impact: string;
  verdict: Verdict3;
  testMode: boolean;
  confidence: Confidence;
}

export type GateScan = { ok: true; hits: readonly GateHit[]; files: number } | { ok: false; reason: string };

const MAX_BYTES = 64 * 1024 * 1024;
/** Env files by name, except those made to be shared. */
const ENV_FILE =
  /(?:^|\/)(?:\.env(?:\.(?!example$|sample$|template$|dist$|schema$|defaults?$|test$|ci$)[^/]*)?|\.dev\.vars|[^/]+\.env)$/;

/** What stands in the index and not in HEAD. `index`: absolute path of the index, when it is not the repository's own. */
export const scanStaged = (root: string, signal: AbortSignal, index?: string): Promise<GateScan> =>
  scanRange(root, ['--cached'], signal, index);

/** What HEAD adds since it left `base` (a branch, tag or commit). */
export const scanDiff = async (root: string, base: string, signal: AbortSignal): Promise<GateScan> => {
  if (base.startsWith('-')) return { ok: false, reason: `"${base}" is not the name of a branch, tag or commit.` };
  const merge = await runGit(root, ['merge-base', base, 'HEAD'], { signal });
  if (merge.code !== 0)
    return {
      ok: false,
      reason: `There is no common commit of ${base} and HEAD here. In CI, fetch the whole history first (actions/checkout with fetch-depth: 0).`,
    };
  return scanRange(root, [merge.stdout.toString('latin1').trim(), 'HEAD'], signal);
};

interface Change {
  path: string;
  oid: string;
  /** Line ranges that the change adds. */
  added: readonly { from: number; to: number }[];
}

const PLAIN = ['--no-color', '--no-ext-diff', '--no-textconv', '--no-renames', '--ignore-submodules'];

const scanRange = async (
  root: string,
  range: readonly string[],
  signal: AbortSignal,
  index?: string,
): Promise<GateScan> => {
  const options = { signal, ...(index === undefined ? {} : { index }) };
  const raw = await runGit(root, ['diff', ...range, '--raw', '-z', '--no-abbrev', ...PLAIN], options);
  if (raw.code !== 0) return { ok: false, reason: raw.stderr.split('\n')[0] || 'git diff did not answer' };
  if (raw.truncated)
    return { ok: false, reason: 'The change names too many files; run `launch-ready secrets` instead.' };
  const patch = await runGit(root, ['diff', ...range, '-U0', ...PLAIN], { ...options, maxBytes: 512 * 1024 * 1024 });
  if (patch.truncated)
    return { ok: false, reason: 'The diff is larger than 512 MB; run `launch-ready secrets` instead.' };
  const changes = readChanges(raw.stdout.toString('utf8'), addedRanges(patch.stdout));
  const hits: GateHit[] = changes
    .filter((change) => ENV_FILE.test(change.path) && pathRole(change.path) !== 'test')
    .map(envFileHit);
  const byOid = new Map<string, Change[]>();
  for (const change of changes)
    if (!isMedia(change.path)) byOid.set(change.oid, [...(byOid.get(change.oid) ?? []), change]);
  const detector = baseDetector();
  let missing = 0;
  const told = await catFile(root, [...byOid.keys()], MAX_BYTES, {
    onMissing: () => {
      missing++;
    },
    onObject: (oid, _size, bytes) => {
      const { seen } = scanContent(detector, bytes, oid);
      for (const change of byOid.get(oid) ?? []) {
        for (const { hit, line, inner } of seen) {
          const isNew =
            inner !== undefined ||
            change.added.length === 0 ||
            change.added.some(({ from, to }) => line >= from && line <= to);
          if (hit.verdict !== 'secret' || !isNew || !countsAt(hit, change.path)) continue;
          const { rule, ruleName, impact, verdict, testMode, confidence } = hit;
          hits.push({
            kind: 'secret',
            path: scrubText(inner === undefined ? change.path : `${change.path}!${inner}`),
            line,
            rule,
            ruleName,
            masked: mask(hit.value),
            impact,
            verdict,
            testMode,
            confidence,
          });
        }
      }
    },
  });
  if (told < byOid.size || missing > 0)
    return { ok: false, reason: 'Git could not read every changed file; run `git fsck` to see why.' };
  return { ok: true, hits, files: changes.length };
};

const envFileHit = ({ path }: Change): GateHit => ({
  kind: 'env-file',
  path: scrubText(path),
  line: 1,
  rule: 'env-file',
  ruleName: 'Environment file',
  masked: '',
  impact: 'Its values go to everyone who can clone the repository, and stay in its history.',
  verdict: 'secret',
  testMode: false,
  confidence: 'high',
});

/** `:modes… old new status` and the path, each ended by NUL. Deletions and submodules add nothing to read. */
const readChanges = (raw: string, ranges: readonly (readonly { from: number; to: number }[])[]): Change[] => {
  const fields = raw.split('\0');
  const changes: Change[] = [];
  let diff = 0;
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [, mode = '', , oid = '', status = ''] = (fields[i] ?? '').split(' ');
    // A change of type (file to link) is shown as two diffs, one that deletes and one that adds; a conflict as none.
    diff += status === 'T' ? 2 : status === 'U' ? 0 : 1;
    if (status !== 'D' && mode !== '160000' && !/^0+$/.test(oid))
      changes.push({ path: fields[i + 1] ?? '', oid, added: ranges[diff - 1] ?? [] });
  }
  return changes;
};

/** The added line ranges of each diff, in the order of the diffs. In a patch without context no content line begins with `d` or `@`. */
const addedRanges = (patch: Buffer): { from: number; to: number }[][] => {
  const all: { from: number; to: number }[][] = [];
  for (const line of patch.toString('latin1').split('\n')) {
    if (line.startsWith('diff --git ')) all.push([]);
    const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk === null) continue;
    const from = Number(hunk[1]);
    all.at(-1)?.push({ from, to: from + Number(hunk[2] ?? 1) - 1 });
  }
  return all;
};
