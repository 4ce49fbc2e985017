import type { JsonSchema } from '../../contract/operation.ts';
import { asMethod, draftOf, type Draft } from '../draft.ts';
import type { Templated } from '../template.ts';
import type { Field, Form } from './read-page.ts';

const FORMATS: Readonly<Record<string, string>> = {
  email: 'email',
  url: 'uri',
  date: 'date',
  'datetime-local': 'date-time',
  time: 'time',
  password: 'password',
  tel: 'phone',
};

/** What sending a form asks for. `url` is where it goes. */
export const formDraft = (form: Form, url: URL, templated: Templated): Draft | undefined => {
  const method = asMethod(form.method) ?? 'GET';
  const named = form.fields.filter(({ name }) => name !== '');
  if (method === 'GET') {
    const draft = draftOf({ origin: url.origin, method, path: url.pathname, source: 'form', templated });
    const seenIn = [...url.searchParams].map(([name, value]) => ({
      name,
      in: 'query' as const,
      required: false,
      schema: { type: 'string' },
      seen: [value],
    }));
    const fields = uniqueFields(named).map((field) => ({
      name: field.name,
      in: 'query' as const,
      required: field.required,
      schema: schemaOfField(field),
      ...(field.value === '' ? {} : { seen: [field.value] }),
    }));
    return draft && { ...draft, parameters: [...draft.parameters, ...seenIn, ...fields] };
  }
  const isMultipart = /multipart/i.test(form.enctype) || named.some(({ type }) => type === 'file');
  const fields = uniqueFields(named);
  return draftOf({
    origin: url.origin,
    method,
    path: url.pathname,
    source: 'form',
    templated,
    query: url.searchParams,
    body: {
      contentType: isMultipart ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
      required: true,
      schema: {
        type: 'object',
        properties: Object.fromEntries(fields.map((field) => [field.name, schemaOfField(field)])),
        required: fields.filter(({ required }) => required).map(({ name }) => name),
      },
      seen: Object.fromEntries(
        fields.filter(({ type }) => type !== 'file' && type !== 'password').map(({ name, value }) => [name, value]),
      ),
    },
  });
};

/** Radio buttons and submit buttons of one name are one field with several values. */
const uniqueFields = (fields: readonly Field[]): Field[] => {
  const all = new Map<string, Field>();
  for (const field of fields) {
    const known = all.get(field.name);
    const isChoice = field.type === 'radio' || field.type === 'submit';
    if (known === undefined) all.set(field.name, isChoice ? { ...field, options: [field.value] } : field);
    else if (isChoice && known.options !== undefined) known.options.push(field.value);
  }
  return [...all.values()];
};

const schemaOfField = ({ type, options, limits, value }: Field): JsonSchema => {
  const number = (name: string): number | undefined => {
    const text = limits.get(name);
    return text === undefined || text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
  };
  if (type === 'file') return { type: 'string', format: 'binary' };
  const isNumber = type === 'number' || type === 'range';
  const chosen = options?.filter((option) => option !== '') ?? [];
  const found: Record<string, unknown> = {
    type: isNumber ? (limits.get('step') === undefined || number('step') === 1 ? 'integer' : 'number') : 'string',
  };
  if (Object.hasOwn(FORMATS, type)) found['format'] = FORMATS[type];
  if (chosen.length > 0) found['enum'] = chosen;
  if (type === 'hidden' && value !== '') found['default'] = value;
  for (const [from, to] of [
    ['maxlength', 'maxLength'],
    ['minlength', 'minLength'],
    ['min', 'minimum'],
    ['max', 'maximum'],
  ] as const) {
    if (number(from) !== undefined && (isNumber || from.endsWith('length'))) found[to] = number(from);
  }
  // A pattern of HTML matches the whole value.
  const pattern = limits.get('pattern');
  if (pattern !== undefined && pattern !== '' && pattern.length < 300) found['pattern'] = `^(?:${pattern})$`;
  return found;
};
