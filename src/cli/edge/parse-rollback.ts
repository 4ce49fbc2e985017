import type { EdgeRollback } from '../../model/edge-plan.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What goes into a path of the API. */
const isName = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,64}$/.test(value);

const isRule = (value: unknown): boolean =>
  isObject(value) &&
  isName(value['ref']) &&
  typeof value['expression'] === 'string' &&
  typeof value['action'] === 'string';

const isChange = (value: unknown): boolean => {
  if (!isObject(value) || typeof value['why'] !== 'string') return false;
  if (value['kind'] === 'setting') return isName(value['id']) && 'before' in value && 'after' in value;
  return (
    value['kind'] === 'rule' &&
    isName(value['phase']) &&
    (value['before'] === null || isRule(value['before'])) &&
    isRule(value['after'])
  );
};

/** The rollback in a text, or what is wrong with it. */
export const parseRollback = (text: string): EdgeRollback | string => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  if (!isObject(value) || value['format'] !== 'launch-ready edge rollback') return 'it is another kind of file';
  if (value['version'] !== 1) return 'it is of another version';
  const { zone, changes, newPhases, state, madeAt } = value;
  if (!isObject(zone) || !isName(zone['id']) || typeof zone['name'] !== 'string') return 'it names no zone';
  if (!Array.isArray(changes) || !changes.every(isChange)) return 'a change in it is not whole';
  if (!Array.isArray(newPhases) || !newPhases.every(isName)) return 'newPhases is no list of names';
  if ((state !== 'applying' && state !== 'done') || typeof madeAt !== 'string')
    return 'it does not say how far it came';
  return value as unknown as EdgeRollback;
};
