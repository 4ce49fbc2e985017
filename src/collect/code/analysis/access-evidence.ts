import type { AccessKey, AccessWritten, CodeAccess } from '../../../model/evidence/code.ts';
import type { Condition } from './conditions.ts';
import type { Happening } from './events.ts';
import { isAdminOnly, kindOfStop } from './guards.ts';
import { KIND, has } from './kinds.ts';
import { pickedBy } from './touched.ts';

const MOST_COLUMNS = 12;
const MOST_ACCESSES = 80;
const SENT = KIND.INPUT | KIND.HEADER;

/** What was sent led to it, and something else says what it is. */
const BY_WAY = KIND.ROW | KIND.PICKED | KIND.CONTEXT | KIND.TOLD | KIND.VERIFIED;

const columnsOf = (list: readonly Condition[]): string[] =>
  [...new Set(list.flatMap(({ column }) => column ?? []))].slice(0, MOST_COLUMNS);

const keyOf = (chosen: readonly Condition[]): AccessKey | undefined => {
  if (chosen.length === 0) return undefined;
  const kinds = chosen.reduce((all, one) => all | one.kinds, 0);
  return {
    columns: columnsOf(chosen),
    by: has(kinds, KIND.INPUT) ? 'input' : has(kinds, KIND.PICKED) ? 'row' : 'header',
  };
};

const writtenOf = (written: readonly Condition[]): AccessWritten | undefined => {
  const sent = written.filter(({ kinds }) => has(kinds, SENT) && !has(kinds, KIND.PRINCIPAL | KIND.OWN | KIND.KEYED));
  const own = written.filter(({ kinds }) => has(kinds, KIND.PRINCIPAL | KIND.OWN | KIND.CONTEXT));
  const whole = sent.find(({ column }) => column === undefined);
  if (sent.length === 0 && own.length === 0) return undefined;
  const derived = columnsOf(sent.filter(({ kinds }) => has(kinds, BY_WAY)));
  return {
    columns: columnsOf(sent),
    ...(derived.length === 0 ? {} : { derived }),
    ...(whole === undefined
      ? {}
      : { whole: has(whole.kinds, KIND.BODY) && !has(whole.kinds, KIND.CHECKED) ? 'unchecked' : 'checked' }),
    own: columnsOf(own),
  };
};

type Weighing = Extract<Happening, { h: 'compared' | 'stop' }>;

/** Who asks was compared with whose it is, or asked for a role or a secret, be it only for some of the callers. */
const isComparison = (one: Happening): one is Weighing =>
  one.h === 'compared' ||
  (one.h === 'stop' &&
    one.maybe &&
    has(one.kinds, KIND.ROLE | KIND.OWNER | KIND.TIED | KIND.SHARED | KIND.VERIFIED | KIND.KEYED));

/** The touches of stored data on the way, each with how it is bound to who asks. */
export const accessesOf = (happened: readonly Happening[]): CodeAccess[] => {
  const stops = happened.flatMap((one) => (one.h === 'stop' && !one.maybe && one.failure.soft !== true ? [one] : []));
  const owner = stops.find((one) => kindOfStop(one) === 'owner');
  const admin = stops.find((one) => isAdminOnly(one));
  const compared = happened.findIndex(isComparison);
  const last = happened.findLast(isComparison);
  const all = happened.flatMap((one, index): CodeAccess[] => {
    if (one.h !== 'touch') return [];
    const { touch, conditions, written, m } = one;
    const at = { path: m.path, line: touch.at };
    const { own, mine, keyed, chosen } = pickedBy(conditions);
    // What is read may be compared later; what is changed must have been before.
    const isRead = touch.deed === 'find' || touch.deed === 'list';
    const weighed = isRead || (compared >= 0 && compared < index) ? last : undefined;
    const bound: CodeAccess['bound'] = own
      ? { how: mine ? 'where' : 'context', at }
      : keyed
        ? { how: 'capability', at }
        : owner !== undefined
          ? { how: has(owner.kinds, KIND.OWNER) ? 'comparison' : 'guard', at: { path: owner.m.path, line: owner.at } }
          : one.rls
            ? { how: 'rls', at }
            : weighed !== undefined
              ? { how: 'comparison', at: { path: weighed.m.path, line: weighed.at } }
              : admin !== undefined
                ? { how: 'admin', at: { path: admin.m.path, line: admin.at } }
                : undefined;
    const [key, sent] = [keyOf(chosen), writtenOf(written)];
    return [
      {
        by: touch.by,
        model: touch.model,
        deed: touch.deed,
        at,
        columns: columnsOf(conditions),
        ...(key === undefined ? {} : { key }),
        ...(sent === undefined ? {} : { written: sent }),
        ...(bound === undefined ? {} : { bound }),
      },
    ];
  });
  return distinct(all).slice(0, MOST_ACCESSES);
};

/** The same place reached by several ways is told once, by the way that says most: free before bound, picked before not. */
const distinct = (all: readonly CodeAccess[]): CodeAccess[] => {
  const weight = ({ key, bound }: CodeAccess): number => (bound === undefined ? 2 : 0) + (key === undefined ? 0 : 1);
  const found = new Map<string, CodeAccess>();
  for (const one of all) {
    const id = `${one.deed} ${one.model} ${one.at.path}:${one.at.line}`;
    const known = found.get(id);
    if (known === undefined || weight(one) > weight(known)) found.set(id, one);
  }
  return [...found.values()];
};
