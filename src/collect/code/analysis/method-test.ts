import type { Expr, Stmt } from '../ir.ts';
import { textOf } from '../visit.ts';

/** `req.method`, or `method` taken out of it. */
const isMethod = (e: Expr): boolean => (e.k === 'mem' && e.p === 'method') || (e.k === 'id' && e.n === 'method');

const named = (e: Expr): string | undefined => textOf(e)?.toUpperCase();

/** How a test of the request's method comes out when the method is known: `req.method === 'POST'`. Undefined for any other test. */
export const methodTest = (test: Expr, method: string): boolean | undefined => {
  if (!/^[A-Z]+$/.test(method) || method === 'CALL') return undefined;
  if (test.k === 'un' && test.op === '!') {
    const inner = methodTest(test.e, method);
    return inner === undefined ? undefined : !inner;
  }
  if (test.k !== 'bin') return undefined;
  if (test.op === '||' || test.op === '&&') {
    const [left, right] = [methodTest(test.l, method), methodTest(test.r, method)];
    const decides = test.op === '||';
    if (left === decides || right === decides) return decides;
    return left === undefined || right === undefined ? undefined : !decides;
  }
  const word = isMethod(test.l) ? named(test.r) : isMethod(test.r) ? named(test.l) : undefined;
  if (word === undefined || !/^[!=]==?$/.test(test.op)) return undefined;
  return (word === method) === test.op.startsWith('=');
};

/** The statements that a switch over the method runs for one; undefined for a switch over something else. */
export const methodCase = (
  { e, cases }: Extract<Stmt, { s: 'switch' }>,
  method: string,
): readonly Stmt[] | undefined => {
  if (!isMethod(e) || !/^[A-Z]+$/.test(method)) return undefined;
  const at = cases.findIndex(({ t }) => t !== undefined && named(t) === method);
  const from = at < 0 ? cases.findIndex(({ t }) => t === undefined) : at;
  if (from < 0) return [];
  const run: Stmt[] = [];
  for (const { b } of cases.slice(from)) {
    const leaves = b.findIndex(({ s }) => s === 'jump');
    run.push(...(leaves < 0 ? b : b.slice(0, leaves)));
    if (leaves >= 0 || b.at(-1)?.s === 'return' || b.at(-1)?.s === 'throw') break;
  }
  return run;
};
