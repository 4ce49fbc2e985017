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

const FIELD = ['field', 'path', 'param', 'property', 'instancePath', 'dataPath', 'loc', 'pointer', 'attribute', 'key', 'name'];
const SAID = ['message', 'msg', 'detail', 'error', 'description', 'title', 'code', 'reason', 'constraints', 'messages'];
const MOST = 40;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 400) : typeof value === 'object' && value !== null ? JSON.stringify(value).slice(0, 400) : '';

const fieldOf = (value: unknown): string | undefined => {
  const path = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/[./\][]+/) : [];
  return path.findLast((part) => /^[A-Za-z_][\w-]{0,60}$/.test(part) && !/^(?:body|query|params)$/.test(part));
};

const complaintsIn = (json: unknown): Complaint[] => {
  const found: Complaint[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > 5 || found.length >= MOST) return;
    if (typeof value === 'string') {
      const match = /^["'`]?(?:property |field |the )?["'`]?([A-Za-z_][\w.-]{0,60})["'`]?(?: field| property)? (.{4,300})$/i.exec(value.slice(0, 400));
      if (match?.[1] !== undefined) found.push({ field: fieldOf(match[1]) ?? match[1], said: match[2] ?? '' });
      return;
    }
    if (Array.isArray(value)) return value.slice(0, MOST).forEach((one) => visit(one, depth + 1));
    if (!isTree(value)) return;
    const at = FIELD.find((name) => fieldOf(value[name]) !== undefined);
    const said = SAID.map((name) => textOf(value[name])).find((text) => text !== '');
    if (at !== undefined && said !== undefined) {
      const choices = value['options'] ?? value['values'] ?? value['allowedValues'];
      found.push({ field: fieldOf(value[at]) ?? '', said: Array.isArray(choices) ? `${said} one of ${JSON.stringify(choices)}` : said });
      return;
    }
    for (const [name, one] of Object.entries(value).slice(0, MOST)) {
      const isList = Array.isArray(one) && one.length > 0 && one.every((text) => typeof text === 'string');
      // `{ errors: { title: ["can't be blank"] } }`
      if (depth > 0 && (isList || (depth > 0 && typeof one === 'string')) && !SAID.includes(name)) found.push({ field: name, said: textOf(isList ? (one as string[])[0] : one) });
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
    if (/should not exist|unrecogni[sz]ed|unknown|not allowed|unexpected|additional/i.test(said)) given.set(field, undefined);
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
  if (quoted.length > 0 && !/^(?:string|number|boolean|array|object|integer|date)$/i.test(quoted[0] ?? '')) return quoted[0];
  const listed = /one of:? ([\w-]+)(?:,| or)/i.exec(said)?.[1];
  if (listed !== undefined) return listed;
  const count = Number(/(\d{1,6})/.exec(said)?.[1] ?? Number.NaN);
  if (/integer|number|numeric/i.test(said) && typeof now !== 'number') return 1;
  if (typeof now === 'number' && Number.isFinite(count)) return count;
  if (typeof now === 'string' && Number.isFinite(count)) {
    if (/at least|minimum|longer|too short|more than|>=/i.test(said)) return now.padEnd(Math.min(count + 1, 5_000), 'a');
    if (/at most|maximum|shorter|too long|less than|up to|<=|exceed/i.test(said)) return now.slice(0, Math.max(1, count - 1));
  }
  if (/boolean/i.test(said)) return true;
  if (/array|list/i.test(said)) return Array.isArray(now) ? now : [now];
  if (/string/i.test(said) && typeof now !== 'string') return JSON.stringify(now);
  if (/date|time/i.test(said) && typeof now === 'string') return now.length > 10 ? now.slice(0, 10) : `${now}T10:00:00.000Z`;
  return undefined;
};
