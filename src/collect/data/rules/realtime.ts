import type { FirebaseRule } from '../../../model/evidence/data.ts';
import { isPrivatePath, judgeCondition } from './firestore.ts';

const DEEPEST = 40;

/** The rules of the Realtime Database: JSON with comments, where what is let in above is let in below. */
export const parseRealtimeRules = (path: string, source: string): FirebaseRule[] => {
  const bare = source.replace(
    /("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (whole, text?: string) => text ?? whole.replace(/[^\n]/g, ' '),
  );
  let root: unknown;
  try {
    root = JSON.parse(bare.replace(/,(\s*[}\]])/g, '$1'));
  } catch {
    return [];
  }
  const lines = source.split('\n');
  const found: FirebaseRule[] = [];
  const walk = (node: unknown, at: readonly string[]): void => {
    if (typeof node !== 'object' || node === null || at.length > DEEPEST) return;
    for (const [key, value] of Object.entries(node)) {
      if (key !== '.read' && key !== '.write') {
        if (!key.startsWith('.')) walk(value, [...at, key]);
        continue;
      }
      if (value === false || value === 'false') continue;
      const condition = String(value);
      const where = `/${at.join('/')}`;
      found.push({
        product: 'realtime database',
        place: { path, line: lineOf(lines, at, key) },
        path: where,
        operations: [key.slice(1)],
        condition,
        lets: judgeCondition(condition),
        private: at.length === 0 || isPrivatePath(where),
      });
    }
  };
  walk(typeof root === 'object' && root !== null && 'rules' in root ? root.rules : undefined, []);
  return found;
};

/** The line of a rule: each key of its path is looked for below the one before. */
const lineOf = (lines: readonly string[], at: readonly string[], key: string): number => {
  let line = Math.max(
    0,
    lines.findIndex((text) => text.includes('"rules"')),
  );
  for (const name of [...at, key]) {
    const next = lines.findIndex((text, index) => index >= line && text.includes(JSON.stringify(name)));
    if (next >= 0) line = next;
  }
  return line + 1;
};
