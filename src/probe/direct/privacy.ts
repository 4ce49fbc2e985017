import { classOf, isPrivateThing, wordsOf } from '../values/names.ts';

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rows of an answer, whatever it wraps them in. */
export const rowsIn = (json: unknown, depth = 3): Row[] => {
  if (depth === 0) return [];
  if (Array.isArray(json)) return json.slice(0, 50).flatMap((one: unknown) => (isRow(one) ? [one] : []));
  if (!isRow(json)) return [];
  const inner = Object.values(json).flatMap((value) => (Array.isArray(value) ? rowsIn(value, depth - 1) : []));
  return inner.length > 0 ? inner : [json];
};

/** What belongs to nobody but its owner, wherever it stands. */
const CREDENTIAL =
  /(?:^| )(?:password|passwd|passphrase|hash|secret|tokens?|otp|totp|iban|ssn|api key|private key|card number|cvc|refresh)(?: |$)/;
/** Things that sellers and hosts publish with an address and a phone number. */
const SHOWN =
  /(?:^| )(?:listings?|products?|items?|shops?|stores?|vendors?|restaurants?|places?|venues?|locations?|branch(?:es)?|offices?|events?|posts?|articles?|pages?|faqs?|reviews?|categor(?:y|ies)|tags?|settings?|countr(?:y|ies)|cit(?:y|ies))$/;
/** Things that are sent by people without an account. */
const INTAKE =
  /(?:^| )(?:waitlists?|wait list|newsletters?|subscribers?|subscriptions?|sign ?ups?|leads?|contacts?|contact (?:messages?|forms?|requests?)|feedbacks?|enquir(?:y|ies)|inquir(?:y|ies)|page ?views?|views?|visits?|events?|analytics|logs?|errors?|reports?|beta|rsvps?|submissions?)$/;

const phrase = (name: string): string => wordsOf(name).join(' ');

/** People without an account send these by design. */
export const isIntake = (table: string): boolean => INTAKE.test(phrase(table));

export const isCredential = (column: string): boolean => CREDENTIAL.test(phrase(column));

const hasValue = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0);

/** Rows about people: what they call themselves there is for others to see. */
const PEOPLE = /(?:^| )(?:profiles?|users?|members?|accounts?|authors?|creators?|sellers?|people|persons?)$/;
const NAMES = /^(?:first|last|full|given|family|middle) ?name$|^surname$/;

export const isPrivateColumn = (table: string, column: string): boolean =>
  isCredential(column) || classOf(column, PEOPLE.test(phrase(table)) ? [] : [table]) === 'private';

/** Columns of a row that hold something private. */
export const privateColumns = (table: string, row: Row): string[] =>
  Object.entries(row)
    .filter(([column, value]) => hasValue(value) && isPrivateColumn(table, column))
    .map(([column]) => column)
    .slice(0, 12);

/** How bad it is that everybody sees a row: proven private, perhaps, or meant so. */
export const weighRow = (table: string, row: Row): { weight: 'private' | 'perhaps' | 'public'; columns: string[] } => {
  const columns = privateColumns(table, row);
  const words = phrase(table);
  if (columns.some(isCredential)) return { weight: 'private', columns };
  if (columns.length > 0 && columns.every((column) => NAMES.test(phrase(column))))
    return { weight: 'perhaps', columns };
  if (columns.length > 0) return { weight: SHOWN.test(words) ? 'perhaps' : 'private', columns };
  const isOwned = Object.keys(row).some((column) => OWNER.test(phrase(column)));
  return {
    weight: isPrivateThing(table) && isOwned && !SHOWN.test(words) && !PEOPLE.test(words) ? 'perhaps' : 'public',
    columns,
  };
};

const OWNER =
  /^(?:(?:user|owner|author|seller|buyer|customer|creator|sender|member|account|profile|recipient|client|host|guest)(?: (?:id|uuid|uid))?|created by|uid)$/;

export const isOwnerColumn = (column: string): boolean => OWNER.test(phrase(column));

/** Others may see such a row: neither what it is nor what stands in it is private. */
export const isOthersBusiness = (table: string, row: Row): boolean => {
  const words = phrase(table);
  if (weighRow(table, row).weight === 'private') return false;
  return SHOWN.test(words) || PEOPLE.test(words) || !isPrivateThing(table);
};
