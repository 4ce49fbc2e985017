/**
 * Plants each flaw into a copy of the example marketplace, reviews it, and demands exactly the expected findings.
 *
 *   npm run matrix                 all flaws and the clean twin; passes are kept, so that a run after a failure goes on from there
 *   npm run matrix -- <id> …       only these, anew; their rows of docs/caught.md are replaced
 *   npm run matrix -- --quick      of the flaws that need the running app only one a family; the others must only apply
 *   npm run matrix -- --edge       only the public surface: its flaws, and the perfect one, anew; their rows are replaced too
 *   npm run matrix -- --fresh      forget what passed before
 *   npm run matrix -- --keep       leave the copies in .matrix/ to look at
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCleanEdge, runCleanTwin } from './clean-twin.ts';
import { removeSeeded } from './boot-copy.ts';
import { stopDatabases } from './databases.ts';
import { removeOriginal, WORKSHOP } from './copy-app.ts';
import { loadFlaws, type Flaw } from './flaw.ts';
import { inParallel } from './in-parallel.ts';
import { Passed } from './passed.ts';
import { runFlaw, type FlawResult } from './run-flaw.ts';
import { renderTable, renewed, summary } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    edge: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

/** What the tests run of the flaws that need the running app: each of the others takes as long. */
const QUICK = new Set(['order-cancelled-by-anybody', 'order-check-skips-visitors']);

const SIGNS = { caught: '✔', pending: '–', failed: '✘' } as const;
const docs = join(import.meta.dirname, '../../docs');

const isLeft = ({ id, stages }: Flaw): boolean => values.quick && stages.includes('boundary') && !QUICK.has(id);

const report = (result: FlawResult): void => {
  const detail =
    result.reason ?? (result.owedBy === undefined ? result.raised.join(', ') : `pending: ${result.owedBy}`);
  console.log(`${SIGNS[result.state]} ${result.id}  ${detail}`);
};

const lastTable = (): FlawResult[] => JSON.parse(readFileSync(join(docs, 'caught.json'), 'utf8')) as FlawResult[];

const writeTable = (results: readonly FlawResult[]): void => {
  writeFileSync(join(docs, 'caught.md'), renderTable(results));
  writeFileSync(join(docs, 'caught.json'), `${JSON.stringify(results, null, 2)}\n`);
};

const main = async (): Promise<boolean> => {
  const flaws = loadFlaws(positionals).filter(({ stages }) => !values.edge || stages.includes('edge'));
  const all = positionals.length === 0 && !values.edge;
  mkdirSync(WORKSHOP, { recursive: true });
  const passed = await Passed.open(all && !values.fresh && !values.quick);
  const jobs = [
    ...(all ? [{ id: 'clean-twin', work: runCleanTwin }] : []),
    ...(values.edge ? [{ id: 'clean-edge', work: runCleanEdge }] : []),
    ...flaws.map((flaw) => ({
      id: flaw.id,
      work: () => runFlaw(isLeft(flaw) ? { ...flaw, pending: 'boundary' } : flaw),
    })),
  ];
  const results = await inParallel(2, jobs, async ({ id, work }) => {
    const result = passed.get(id) ?? (await work());
    passed.put(id, result);
    if (!values.keep && result.state !== 'failed') rmSync(join(WORKSHOP, id), { recursive: true, force: true });
    report(result);
    return result;
  });
  if (all && !values.quick) writeTable(results);
  if (values.edge || positionals.length > 0)
    writeTable(renewed(lastTable(), results, new Set(loadFlaws([]).map(({ id }) => id))));
  removeOriginal();
  removeSeeded();
  console.log(summary(results));
  return results.every((result) => result.state !== 'failed');
};

try {
  if (!(await main())) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
} finally {
  await stopDatabases();
}
