import { CODE } from '../mark-code.ts';
import { sourceOf, type Source } from './environment-object.ts';
import { closing, type Marked, parts } from './nesting.ts';

const VERB =
  /^(?:safeParse|parse|safeParseAsync|parseAsync|spa|validate|validateSync|validateAsync|cast|assert|attempt|Parse|Decode|decode)$/;
const STEP = /^\s*[!?]?\s*\??\.\s*([A-Za-z_$][\w$]*)\s*(?:<[^<>()]{0,80}>)?(\()?/;
/** What a request, a file or another service brings is no environment, whatever its keys are called. */
const FROM_ELSEWHERE =
  /\b(?:req|request|ctx|context|body|query|params|headers|payload|input|formData|form|response|res|json|JSON|data|row|record|message|event|fetch|readFile\w*|await|load\w*|yaml|YAML|argv|args|options|opts|props)\b/;

export interface Application {
  source: Source;
  /** Nothing speaks against the values being an environment. */
  unclear: boolean;
}

const MOST_STEPS = 40;

/** The call of the chain after `at` that gives the schema something to check: `.superRefine(…).safeParse(env)`. */
export const appliedAfter = (file: Marked, at: number): Application | undefined => {
  let from = at;
  for (let step = 0; step < MOST_STEPS; step++) {
    const found = STEP.exec(file.text.slice(from, from + 300));
    if (found === null) return undefined;
    const end = from + found[0].length;
    if (found[2] === undefined) {
      from = end;
      continue;
    }
    const close = closing(file, end - 1);
    if (close === -1) return undefined;
    if (VERB.test(found[1] ?? '')) return judge(file, end, close);
    from = close + 1;
  }
  return undefined;
};

const CALLED_WITH = /(?<![\w$])([A-Za-z_$][\w$]*)\s*(?:<[^<>()]{0,80}>)?\(\s*$/;

/** The call that the schema is the first argument of: `v.parse(Schema, process.env)`, `validateEnv(schema, env)`. */
export const appliedBy = (file: Marked, from: number, to: number): Application | undefined => {
  const before = file.text.slice(Math.max(0, from - 160), from);
  if (/\bvalidationSchema\s*:\s*$/.test(before)) return { source: { kind: 'environment' }, unclear: false };
  const callee = CALLED_WITH.exec(before);
  if (callee === null || !/^\s*,/.test(file.text.slice(to, to + 50))) return undefined;
  const open = from - callee[0].length + callee[0].lastIndexOf('(');
  const close = closing(file, open);
  if (close === -1) return undefined;
  const [, second] = parts(file, { from: open + 1, to: close });
  if (second === undefined) return undefined;
  const judged = judge(file, second.from, second.to);
  const isVerb = VERB.test(callee[1] ?? '') || /env/i.test(callee[1] ?? '');
  return isVerb || judged.source.kind === 'environment' ? judged : undefined;
};

const judge = (file: Marked, from: number, to: number): Application => {
  const [first] = parts(file, { from, to });
  const argument = first === undefined ? '' : file.text.slice(first.from, first.to);
  return { source: sourceOf(file, argument, from), unclear: argument.trim() !== '' && !FROM_ELSEWHERE.test(argument) };
};

/** Where a name stands as code, outside of `except`. */
export const occurrences = (
  { text, marks }: Marked,
  name: string,
  except: { from: number; to: number },
): { from: number; to: number }[] => {
  const pattern = new RegExp(String.raw`(?<![\w.$])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`, 'g');
  const found: { from: number; to: number }[] = [];
  for (const match of text.matchAll(pattern)) {
    if (found.length >= 100) break;
    const at = match.index;
    if (marks[at] === CODE && (at < except.from || at >= except.to)) found.push({ from: at, to: at + name.length });
  }
  return found;
};
