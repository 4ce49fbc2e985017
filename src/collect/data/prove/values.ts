import type { DataColumn } from '../../../model/evidence/data.ts';
import { quoted } from '../sandbox/database.ts';
import { isStrong } from '../sandbox/meaning.ts';
import { type Who, IDS } from './actors.ts';
import { choicesOf, type Structure } from './structure.ts';

/** Values that make a row powerful or public come last. */
const LAST = /admin|super|owner|staff|moder|service|root|publish|public|active|approved|live|open|complete|verified/i;
const FIRST = /^(?:user|customer|buyer|member|client|basic|free|guest|pending|draft|private|new)$/i;

export const ADMIN = /admin|super|owner|staff|moderator|root/i;

const rank = (value: string): number => (FIRST.test(value) ? 0 : LAST.test(value) ? 2 : 1);

/** A made-up value by which a column of account A or B is known again. */
export const canaryOf = (table: string, column: string, who: Who): string =>
  `lr-${who}.${table.slice(table.indexOf('.') + 1)}.${column}`;

/** `timestamp(3) without time zone` → `timestamp without time zone`. */
export const baseOf = (type: string): string => type.replace(/\(\d+(?:,-?\d+)?\)/, '');

/** Tables whose own key is the id of the account, though nothing refers to it. */
const ACCOUNTS = /\.(?:users|profiles|accounts|user_profiles)$/;

/** Ways to write a value, tried one after the other where a check refuses it. */
export const candidatesFor = (structure: Structure, column: DataColumn, who: Who): readonly string[] => {
  const { name, type } = column;
  const cast = (value: string): string => `${quoted(value)}::${type}`;
  const choices = choicesOf(structure, column).toSorted((a, b) => rank(a) - rank(b));
  if (choices.length > 0)
    return choices.map((choice) => (type.endsWith('[]') ? `array[${quoted(choice)}]::${type}` : cast(choice)));
  if (type.endsWith('[]')) return [`'{}'::${type}`];
  const base = baseOf(type);
  switch (base) {
    case 'text':
    case 'character varying':
    case 'citext':
    case 'character': {
      if (column.meaning === 'owner') return [cast(IDS[who])];
      const most = Number(/\((\d+)\)/.exec(type)?.[1] ?? 1_000);
      const canary = canaryOf(structure.table.name, name, who);
      const forms = /mail/i.test(name)
        ? [`${canary.replaceAll('.', '-')}@launch-ready.invalid`]
        : /phone|mobile|whatsapp/i.test(name)
          ? [`+1555${who === 'a' ? '010' : '020'}${String(hash(canary)).padStart(4, '0')}`]
          : [];
      return [
        ...forms,
        canary,
        'https://launch-ready.invalid/x',
        '123456',
        'ABC',
        '#aabbcc',
        'lr-a'.repeat(20),
        canary.replaceAll('.', '-'),
        '12:00',
        'US',
        '+15550100000',
      ].map((value) => quoted(value.slice(0, most)));
    }
    case 'uuid':
      return [
        column.meaning === 'owner' || (name === 'id' && ACCOUNTS.test(structure.table.name))
          ? cast(IDS[who])
          : 'gen_random_uuid()',
      ];
    case 'boolean':
      return ['false', 'true'];
    case 'smallint':
    case 'integer':
    case 'bigint':
    case 'numeric':
    case 'real':
    case 'double precision':
    case 'money':
      return ['5', '1', '0', '100', '50', '1000', '2026'].map((value) => `${value}::${base}`);
    case 'timestamp with time zone':
    case 'timestamp without time zone':
    case 'date':
      return /end|expire|until|finish|due|check_?out/i.test(name)
        ? [`(now() + interval '2 days')::${base}`, `now()::${base}`]
        : [`now()::${base}`, `(now() + interval '1 day')::${base}`, `(now() - interval '30 years')::${base}`];
    case 'time without time zone':
    case 'time with time zone':
      return [/end|close/i.test(name) ? `'18:00'::${base}` : `'09:00'::${base}`];
    case 'json':
    case 'jsonb':
      return [`'{}'::${base}`, `'[]'::${base}`];
    case 'inet':
    case 'cidr':
      return [`'192.0.2.1'::${base}`];
    case 'bytea':
      return [`'\\x00'::bytea`];
    case 'interval':
      return [`'1 day'::interval`];
    case 'point':
      return [`'(0,0)'::point`];
    default:
      return /range$/.test(base) ? [`'empty'::${type}`] : [`'1'::${type}`];
  }
};

const hash = (text: string): number => Buffer.from(text).reduce((sum, byte) => (sum * 31 + byte) % 9973, 7);

/** Whether a column gets a value though it could stay empty: by it a row is known again. */
export const isFilled = (column: DataColumn): boolean =>
  !column.generated && (column.meaning === 'owner' || isStrong(column) || (column.required && column.default === null));
