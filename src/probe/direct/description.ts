export interface Column {
  name: string;
  /** PostgreSQL's type: `uuid`, `character varying`; undefined when only the name is known. */
  format?: string;
  required: boolean;
  hasDefault: boolean;
  isKey: boolean;
  refersTo?: string;
  choices?: readonly string[];
  maxLength?: number;
}

export interface Routine {
  name: string;
  args: readonly { name: string; format?: string; required: boolean }[];
}

export interface Description {
  tables: Map<string, readonly Column[]>;
  routines: Map<string, Routine>;
}

const MOST = 200;
const NAME = /^[A-Za-z_][\w$ -]{0,62}$/;

type Json = Readonly<Record<string, unknown>>;
const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value.slice(0, 2_000) : undefined);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').slice(0, MOST) : [];

/** Reads what PostgREST says of itself at its root (OpenAPI 2.0). Anything else gives an empty description. */
export const readDescription = (json: unknown): Description => {
  const { definitions, paths } = objectOf(json);
  const tables = new Map<string, readonly Column[]>();
  for (const [name, definition] of Object.entries(objectOf(definitions)).slice(0, MOST)) {
    if (!NAME.test(name)) continue;
    const { properties, required } = objectOf(definition);
    const needed = new Set(texts(required));
    const columns = Object.entries(objectOf(properties)).slice(0, MOST);
    tables.set(
      name,
      columns
        .filter(([column]) => NAME.test(column))
        .map(([column, value]) => columnOf(column, objectOf(value), needed)),
    );
  }
  const routines = new Map<string, Routine>();
  for (const [path, item] of Object.entries(objectOf(paths)).slice(0, 5 * MOST)) {
    const name = /^\/rpc\/([A-Za-z_]\w{0,62})$/.exec(path)?.[1];
    if (name !== undefined && routines.size < MOST) routines.set(name, { name, args: argsOf(objectOf(item)) });
  }
  return { tables, routines };
};

const columnOf = (name: string, value: Json, needed: ReadonlySet<string>): Column => {
  const description = text(value['description']) ?? '';
  const format = text(value['format']);
  const refersTo = /<fk table='(\w{1,63})'/.exec(description)?.[1];
  const choices = texts(value['enum']);
  return {
    name,
    ...(format === undefined ? {} : { format: format.replace(/^public\./, '') }),
    required: needed.has(name),
    hasDefault: value['default'] !== undefined,
    isKey: description.includes('<pk/>'),
    ...(refersTo === undefined ? {} : { refersTo }),
    ...(choices.length === 0 ? {} : { choices }),
    ...(typeof value['maxLength'] === 'number' ? { maxLength: value['maxLength'] } : {}),
  };
};

const argsOf = (item: Json): Routine['args'] => {
  const parameters = Object.values(item).flatMap((operation) => {
    const list = objectOf(operation)['parameters'];
    return Array.isArray(list) ? (list as unknown[]) : [];
  });
  const schema = parameters
    .map((one) => objectOf(objectOf(one)['schema']))
    .find((one) => one['properties'] !== undefined);
  const needed = new Set(texts(schema?.['required']));
  return Object.entries(objectOf(schema?.['properties']))
    .slice(0, 50)
    .filter(([name]) => NAME.test(name))
    .map(([name, value]) => {
      const format = text(objectOf(value)['format']);
      return { name, ...(format === undefined ? {} : { format }), required: needed.has(name) };
    });
};
