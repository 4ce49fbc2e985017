/** Tells what is wrong with a value, naming the member (`findings[3].title must be text`), or null when nothing is. */
export type Shape = (value: unknown, at: string) => string | null;

const name = (at: string): string => (at === '' ? 'the document' : at);

const firstOf = <T>(items: Iterable<T>, test: (item: T) => string | null): string | null => {
  for (const item of items) {
    const wrong = test(item);
    if (wrong !== null) return wrong;
  }
  return null;
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text =
  (max = 1_000_000): Shape =>
  (value, at) => {
    if (typeof value !== 'string') return `${name(at)} must be text`;
    return value.length <= max ? null : `${name(at)} is longer than ${max.toLocaleString('en-US')} characters`;
  };

export const pattern =
  (expression: RegExp, what: string): Shape =>
  (value, at) =>
    typeof value === 'string' && expression.test(value) ? null : `${name(at)} must be ${what}`;

export const number: Shape = (value, at) => (Number.isFinite(value) ? null : `${name(at)} must be a number`);

export const flag: Shape = (value, at) => (typeof value === 'boolean' ? null : `${name(at)} must be true or false`);

export const oneOf =
  (...allowed: readonly string[]): Shape =>
  (value, at) =>
    typeof value === 'string' && allowed.includes(value) ? null : `${name(at)} must be one of ${allowed.join(', ')}`;

export const orNull =
  (shape: Shape): Shape =>
  (value, at) =>
    value === null ? null : shape(value, at);

export const list =
  (shape: Shape, max = 1_000_000): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) return `${name(at)} must be a list`;
    if (value.length > max) return `${name(at)} has more than ${max.toLocaleString('en-US')} entries`;
    return firstOf(value.entries(), ([index, item]) => shape(item, `${at}[${index}]`));
  };

/** An object whose members all have one shape, whatever their names are. */
export const record =
  (shape: Shape): Shape =>
  (value, at) => {
    if (!isObject(value)) return `${name(at)} must be an object`;
    return firstOf(Object.entries(value), ([key, item]) => shape(item, `${at}[${JSON.stringify(key.slice(0, 80))}]`));
  };

/** An object with these members; further members are let through, since a newer version may have added them. */
export const members =
  <T>(
    required: Partial<Record<keyof T & string, Shape>>,
    optional: Partial<Record<keyof T & string, Shape>> = {},
  ): Shape =>
  (value, at) => {
    if (!isObject(value)) return `${name(at)} must be an object`;
    const inside = (key: string): string => (at === '' ? key : `${at}.${key}`);
    const own = (key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);
    return (
      firstOf(Object.entries<Shape | undefined>(required), ([key, shape]) => {
        if (own(key) === undefined) return `${inside(key)} is missing`;
        return shape?.(own(key), inside(key)) ?? null;
      }) ??
      firstOf(Object.entries<Shape | undefined>(optional), ([key, shape]) =>
        own(key) === undefined ? null : (shape?.(own(key), inside(key)) ?? null),
      )
    );
  };
