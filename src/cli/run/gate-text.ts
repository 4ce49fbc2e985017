import type { GateHit } from '../../collect/secrets/scan-diff.ts';
import { defuseCommand, defuseMarkers } from '../../report/escape/github.ts';
import { printable } from '../output/printable.ts';

interface GateResult {
  hits: readonly GateHit[];
  refuses: (hit: GateHit) => boolean;
  files: number;
  /** Hits in paths that the config leaves out. */
  excluded: number;
  staged: boolean;
  color: boolean;
}

const SHOWN = 10;

/** The gate's answer for people: what, where, and what to do. Short, because it stands between somebody and a commit. */
export const gateText = ({ hits, refuses, files, excluded, staged, color }: GateResult): string => {
  const paint = (code: number, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const refused = hits.filter(refuses);
  const doubtful = hits.filter((hit) => !refuses(hit));
  const change = staged ? 'what you are about to commit' : 'this change';
  const lines: string[] = [];
  if (refused.length === 0) {
    lines.push(
      `${paint(32, 'ok')} No secret and no env file in ${change} (${files} ${files === 1 ? 'file' : 'files'}).`,
    );
  } else {
    lines.push(`${paint(31, 'STOP')} ${summary(refused)} in ${change}:`, ...refused.slice(0, SHOWN).map(describe));
    if (refused.length > SHOWN) lines.push(`  and ${refused.length - SHOWN} more`);
    lines.push(...advice(refused, staged));
  }
  if (doubtful.length > 0)
    lines.push(`${paint(33, '?')} Look at these; they may be secrets:`, ...doubtful.slice(0, SHOWN).map(describe));
  if (excluded > 0) lines.push(`  Not counted, because the config excludes the path: ${excluded}.`);
  return lines.map((line) => defuseMarkers(defuseCommand(line))).join('\n');
};

const summary = (refused: readonly GateHit[]): string => {
  const files = refused.filter((hit) => hit.kind === 'env-file').length;
  const secrets = refused.length - files;
  const parts = [counted(secrets, 'secret', 'secrets'), counted(files, 'env file', 'env files')].filter(
    (part) => part !== '',
  );
  return parts.join(' and ');
};

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`;

const describe = (hit: GateHit): string => {
  const path = printable(hit.path, 200);
  return hit.kind === 'env-file'
    ? `  ${path}  env file`
    : `  ${path}:${hit.line}  ${hit.ruleName} ${printable(hit.masked, 80)}`;
};

const advice = (refused: readonly GateHit[], staged: boolean): string[] => {
  const file = refused.find((hit) => hit.kind === 'env-file');
  const lines: string[] = [];
  if (file !== undefined && staged)
    lines.push(`  Take the file out and ignore it: git rm --cached -- ${quoted(file.path)}`);
  if (refused.some((hit) => hit.kind === 'secret')) {
    lines.push(
      staged
        ? '  Move the value into an environment variable. If it was ever pushed, rotate it: it stays in the history.'
        : '  Rotate the key and move the value into an environment variable; deleting the line leaves it in the history.',
    );
  }
  return lines;
};

/** A path as one shell word; one with control characters is left for the user to type. */
const quoted = (path: string): string => {
  if (/^[\w./@-]+$/.test(path)) return path;
  return printable(path) === path ? `'${path.replaceAll("'", `'\\''`)}'` : '<file>';
};
