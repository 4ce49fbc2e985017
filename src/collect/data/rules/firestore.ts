import type { FirebaseRule } from '../../../model/evidence/data.ts';

/** Collections whose documents concern one person. */
const PRIVATE =
  /(?:user|profile|account|customer|order|payment|payout|invoice|message|chat|conversation|booking|cart|address|notification|transaction|wallet|private|subscri|ticket|review_?request|kyc|document)/i;

/** What a condition lets in. In doubt `some`. */
export const judgeCondition = (condition: string): FirebaseRule['lets'] => {
  const bare = condition.replace(/\s+/g, ' ').replace(/^[\s(]+|[\s)]+$/g, '');
  if (/^(?:true)?$/.test(bare)) return 'everybody';
  if (/^request\.time < timestamp\.date\(/.test(bare) || /^now < \d+$/.test(bare)) return 'dated';
  return /^(?:request\.)?auth(?:\.uid)? ?!=+ ?null$/.test(bare) ? 'any account' : 'some';
};

export const isPrivatePath = (path: string): boolean => PRIVATE.test(path);

/** Comments become blanks, so that places stay the same. */
const withoutComments = (text: string): string =>
  text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));

/** A function that a condition calls and nothing else, e.g. `allow read: if isSignedIn();`. */
const functionsIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/\bfunction\s+(\w+)\s*\(\s*\)\s*\{\s*return\s+([^;}]{1,2000});?\s*\}/g)].map(
      ([, name = '', body = '']) => [name, body.trim()],
    ),
  );

/** The rules of Firestore or Storage, with the paths of the blocks around them. */
export const parseRules = (path: string, source: string): FirebaseRule[] => {
  const text = withoutComments(source);
  const product = /\bservice\s+firebase\.storage\b/.test(text) ? 'storage' : 'firestore';
  const functions = functionsIn(text);
  const found: FirebaseRule[] = [];
  const open: string[] = [];
  const part =
    /\bmatch\s+((?:\/(?:\{[^{}\n]{1,200}\}|[^\s{}/]{1,200}))+)\s*\{|\ballow\s+([\w,\s]{1,80}?)\s*(?::\s*if\s+([^;]{1,4000}?))?\s*;|[{}]/g;
  for (const match of text.matchAll(part)) {
    const [whole, matched, operations, condition = ''] = match;
    if (matched !== undefined) open.push(matched);
    else if (whole === '{') open.push('');
    else if (whole === '}') open.pop();
    else if (operations !== undefined) {
      const called = /^(\w+)\(\s*\)$/.exec(condition.trim())?.[1];
      const meant = functions.get(called ?? '') ?? condition;
      const at = open.join('').replace(/^\/databases\/\{[^}]*\}\/documents|^\/b\/\{[^}]*\}\/o/, '');
      found.push({
        product,
        place: { path, line: text.slice(0, match.index).split('\n').length },
        path: at === '' ? '/' : at,
        operations: operations.split(',').map((one) => one.trim()),
        condition: meant.replace(/\s+/g, ' ').trim() || 'true',
        lets: judgeCondition(meant),
        private: isPrivatePath(at) || /\{\w+=\*\*\}$/.test(at),
      });
    }
  }
  return found;
};
