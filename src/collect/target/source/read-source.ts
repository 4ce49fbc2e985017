import type { Expression, Program } from 'oxc-parser';
import { evaluate } from './evaluate.ts';
import { type Literal, SourceError } from './literal.ts';
import { refuseTangles } from './refuse-tangles.ts';

/**
 * Reads the value that a config file exports, without running it. JSON may have comments and trailing commas.
 * Throws SourceError, with the offset in `text`.
 */
export const readSource = async (text: string, kind: 'json' | 'js' | 'ts'): Promise<Literal> => {
  if (text.trim() === '') throw new SourceError('the file is empty', 0);
  refuseTangles(text, kind);
  const shift = kind === 'json' ? 1 : 0;
  const { parseSync } = await import('oxc-parser');
  // The line break keeps a comment at the end of the file from swallowing the bracket.
  const source = kind === 'json' ? `(${text}\n)` : text;
  const parsed = parseSync(`config.${kind}`, source, { sourceType: 'module', lang: kind === 'ts' ? 'ts' : 'js' });
  try {
    const [error] = parsed.errors;
    if (error !== undefined) {
      const start = error.labels[0]?.start ?? 0;
      throw new SourceError(
        start >= text.length + shift ? 'the file ends too early' : firstLower(error.message),
        start,
      );
    }
    return shifted(evaluate(kind === 'json' ? onlyExpression(parsed.program) : exported(parsed.program)), shift);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new SourceError(error.message, Math.min(Math.max(0, error.offset - shift), text.length));
  }
};

const onlyExpression = (program: Program): Expression => {
  const [statement, second] = program.body;
  if (statement?.type === 'ExpressionStatement' && second === undefined) return statement.expression;
  throw new SourceError('one object was expected', second?.start ?? 0);
};

const HARMLESS = new Set(['ImportDeclaration', 'TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'EmptyStatement']);

const exported = (program: Program): Expression => {
  let found: Expression | null = null;
  for (const statement of program.body) {
    if (HARMLESS.has(statement.type)) continue;
    if (statement.type !== 'ExportDefaultDeclaration') {
      throw new SourceError('only imports and `export default { … }` may stand here', statement.start);
    }
    found = unwrapped(statement.declaration as Expression);
  }
  if (found === null) throw new SourceError('the file has no `export default { … }`', 0);
  return found;
};

const unwrapped = (node: Expression): Expression => {
  if (
    node.type === 'ParenthesizedExpression' ||
    node.type === 'TSSatisfiesExpression' ||
    node.type === 'TSAsExpression'
  ) {
    return unwrapped(node.expression);
  }
  if (node.type !== 'CallExpression') return node;
  const [argument, second] = node.arguments;
  const named = node.callee.type === 'Identifier' && node.callee.name === 'defineConfig';
  if (!named || argument === undefined || argument.type === 'SpreadElement' || second !== undefined) {
    throw new SourceError('only `defineConfig({ … })` may be called here', node.start);
  }
  return argument;
};

const shifted = (literal: Literal, by: number): Literal =>
  by === 0
    ? literal
    : {
        value: literal.value,
        start: literal.start - by,
        parts: new Map(
          [...literal.parts].map(([key, part]) => [
            key,
            { keyStart: part.keyStart - by, literal: shifted(part.literal, by) },
          ]),
        ),
      };

const firstLower = (message: string): string => message.slice(0, 1).toLowerCase() + message.slice(1);
