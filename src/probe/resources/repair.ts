import { isTree } from './tree.ts';

/** What an app said of a body that it refused. */
export interface Repair {
  /** Members that it misses. */
  also: ReadonlySet<string>;
  /** Members and the value that they shall have; undefined takes one out. */
  given: ReadonlyMap<string, unknown>;
}

interface Complaint {
  field: string;
  said: string;
}

const FIELD = [
  'field',
  'path',
  'param',
  'property',
  'instancePath',
  'dataPath',
  'loc',
  'pointer',
  'attribute',
  'key',
  'name',
];
const SAID = ['message', 'msg', 'detail', 'error', 'description', 'title', 'code', 'reason', 'constraints', 'messages'];
const LISTS = ['message', 'messages', 'errors', 'detail', 'details', 'error', 'path', 'loc'];
/** A sentence that complains of a member, and words that begin a sentence but name none. */
const COMPLAINS =
  /required|must|should|missing|blank|empty|invalid|cannot be|may not be|unrecogni|unknown|not allowed|at least|at most/i;
const NO_FIELD =
  /^(?:there|the|this|that|you|your|it|no|not|invalid|please|validation|bad|cannot|request|input|body|one|missing|an?|and)$/i;
const MOST = 40;

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.slice(0, 400)
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value).slice(0, 400)
      : '';

const fieldOf = (value: unknown): string | undefined => {
  const path = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/[./\][]+/) : [];
  return path.findLast((part) => /^[A-Za-z_][\w-]{0,60}$/.test(part) && !/^(?:body|query|params)$/.test(part));
};

const complaintsIn = (json: unknown): Complaint[] => {
  const found: Complaint[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > 5 || found.length >= MOST) return;
    if (typeof value === 'string') {
      const match =
        /^["'`]?(?:property |field |the )?["'`]?([A-Za-z_][\w.-]{0,60})["'`]?(?: field| property)? (.{4,300})$/i.exec(
          value.slice(0, 400),
        );
      const [, field, said = ''] = match ?? [];
      if (field !== undefined && COMPLAINS.test(said) && !NO_FIELD.test(field))
        found.push({ field: fieldOf(field) ?? field, said });
      return;
    }
    if (Array.isArray(value)) return value.slice(0, MOST).forEach((one) => visit(one, depth + 1));
    if (!isTree(value)) return;
    const at = FIELD.find((name) => fieldOf(value[name]) !== undefined);
    const words = SAID.map((name) => textOf(value[name])).find((text) => text !== '');
    if (at !== undefined && words !== undefined) {
      const choices = value['options'] ?? value['values'] ?? value['allowedValues'];
      found.push({
        field: fieldOf(value[at]) ?? '',
        said: Array.isArray(choices) ? `${words} one of ${JSON.stringify(choices)}` : words,
      });
      return;
    }
    for (const [name, one] of Object.entries(value).slice(0, MOST)) {
      const [said] = Array.isArray(one) ? (one as unknown[]) : [one];
      // `{ errors: { title: ["can't be blank"] } }`
      const isField = depth > 0 && typeof said === 'string' && !(Array.isArray(one) ? LISTS : SAID).includes(name);
      if (isField) found.push({ field: name, said: textOf(said) });
      else visit(one, depth + 1);
    }
  };
  visit(json, 0);
  return found;
};

/** What to change in a body so that the app takes it, as far as its answer says. Null when it says nothing of use. */
export const repairFrom = (json: unknown, body: Readonly<Record<string, unknown>>): Repair | null => {
  const also = new Set<string>();
  const given = new Map<string, unknown>();
  for (const { field, said } of complaintsIn(json)) {
    if (field === '' || field === '__proto__') continue;
    if (/should not exist|unrecogni[sz]ed|unknown|not allowed|unexpected|additional/i.test(said))
      given.set(field, undefined);
    else if (body[field] === undefined || /required|missing|blank|empty|undefined/i.test(said)) also.add(field);
    else {
      const value = better(said, body[field]);
      if (value !== undefined) given.set(field, value);
    }
  }
  return also.size === 0 && given.size === 0 ? null : { also, given };
};

const better = (said: string, now: unknown): unknown => {
  const choices = /(?:one of|allowed values?|expected|either|valid (?:values|options))[^"'`\w]*(.+)$/i.exec(said)?.[1];
  const quoted = choices === undefined ? [] : [...choices.matchAll(/["'`]([^"'`]{1,60})["'`]/g)].map(([, one]) => one);
  if (quoted.length > 0 && !/^(?:string|number|boolean|array|object|integer|date)$/i.test(quoted[0] ?? ''))
    return quoted[0];
  const listed = /one of:? ([\w-]+)(?:,| or)/i.exec(said)?.[1];
  if (listed !== undefined) return listed;
  const count = Number(/(\d{1,6})/.exec(said)?.[1] ?? Number.NaN);
  if (/integer|number|numeric/i.test(said) && typeof now !== 'number') return 1;
  if (typeof now === 'number' && Number.isFinite(count)) return count;
  if (typeof now === 'string' && Number.isFinite(count)) {
    if (/at least|minimum|longer|too short|more than|>=/i.test(said))
      return now.padEnd(Math.min(count + 1, 5_000), 'a');
    if (/at most|maximum|shorter|too long|less than|up to|<=|exceed/i.test(said))
      return now.slice(0, Math.max(1, count - 1));
  }
  if (/boolean/i.test(said)) return true;
  if (/array|list/i.test(said)) return Array.isArray(now) ? now : [now];
  if (/string/i.test(said) && typeof now !== 'string') return JSON.stringify(now);
  if (/date|time/i.test(said) && typeof now === 'string')
    return now.length > 10 ? now.slice(0, 10) : `${now}T10:00:00.000Z`;
  return undefined;
};
