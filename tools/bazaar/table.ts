import { STAGES } from '../../src/model/stage.ts';
import type { FlawResult } from './run-flaw.ts';

const cell = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;');

const short = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

const caughtBy = ({ state, raised, owedBy, reason }: FlawResult): string => {
  if (state === 'pending') return `– (${owedBy ?? ''})`;
  if (state === 'failed') return `**failed**: ${cell(reason ?? '')}`;
  return raised.length === 0 ? 'nothing to fix' : [...new Set(raised)].map((check) => `\`${check}\``).join(', ');
};

/** Flaw × caught by × proof, as a Markdown document. */
export const renderTable = (results: readonly FlawResult[]): string => {
  const rows = results.map(
    (result) =>
      `| ${cell(result.title)} | ${result.roadmap.join(' ')} | ${caughtBy(result)} | ${cell(short(result.proof, 140))} |`,
  );
  return `# What is caught

Each row is one mistake, planted alone into [Bazaar](../examples/bazaar), the example marketplace. A row counts only when exactly the named
checks speak and no other. The first row is Bazaar as it stands: nothing may be found in it. A dash marks a mistake whose check does not exist yet.

${summary(results)}

| mistake | roadmap | caught by | proof |
| --- | --- | --- | --- |
${rows.join('\n')}

This page is written by \`npm run matrix\`.
`;
};

/** `21 caught, 40 pending (boundary 22, edge 9 …), 0 failed` */
export const summary = (results: readonly FlawResult[]): string => {
  const flaws = results.filter(({ id }) => !id.startsWith('clean '));
  const count = (state: FlawResult['state']): number => flaws.filter((result) => result.state === state).length;
  const owed = [...STAGES.map(({ id }) => id), 'assistant' as const]
    .map((id) => [id, flaws.filter((result) => result.owedBy === id).length] as const)
    .filter(([, number]) => number > 0);
  const pending = owed.length === 0 ? '' : ` (${owed.map(([id, number]) => `${id} ${number}`).join(', ')})`;
  const clean = results.find((result) => result.id === 'clean twin');
  const twin = clean === undefined ? '' : `, clean twin ${clean.state === 'failed' ? 'not clean' : 'clean'}`;
  return `${flaws.length} flaws: ${count('caught')} caught, ${count('pending')} pending${pending}, ${count('failed')} failed${twin}`;
};

/** An earlier whole table with the rows of a part run anew. `ids`: the flaws that exist; rows of others go. */
export const renewed = (
  table: readonly FlawResult[],
  anew: readonly FlawResult[],
  ids: ReadonlySet<string>,
): FlawResult[] => {
  const rows = new Map([...table, ...anew].map((row) => [row.id, row]));
  const heads = ['clean twin', 'clean edge'];
  const rank = (id: string): number => (heads.includes(id) ? heads.indexOf(id) : heads.length);
  return [...rows.values()]
    .filter(({ id }) => heads.includes(id) || ids.has(id))
    .toSorted((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));
};
