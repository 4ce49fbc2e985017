/** Values of a JSON object's members, two levels deep, by name; the outer one wins. */
export const leaves = (json: unknown, depth = 0): Map<string, unknown> => {
  const found = new Map<string, unknown>();
  if (typeof json !== 'object' || json === null || Array.isArray(json) || depth > 2) return found;
  const entries = Object.entries(json).slice(0, 100);
  for (const [name, value] of entries) if (typeof value !== 'object' || value === null) found.set(name, value);
  for (const [, value] of entries) {
    if (typeof value === 'object' && value !== null)
      for (const [name, inner] of leaves(value, depth + 1)) if (!found.has(name)) found.set(name, inner);
  }
  return found;
};

const STATUS = /^(?:status|state|order_?status|payment_?status|stage|fulfil?lment_?status|is_?paid|paid)$/i;
const PENDING =
  /^(?:pending|pending_.*|.*_pending|awaiting.*|unpaid|open|new|created|placed|requires_.*|draft|false|processing_payment|not_paid)$/i;
const DONE =
  /(?:paid|captured|succeeded|complete|confirmed|deliver|fulfil|ship|processing|active|true|refund|settled)/i;

/** What an answer says of how far a thing is: `status=paid`. Empty when it says nothing. */
export const statusOf = (json: unknown): string =>
  [...leaves(json)]
    .filter(([name, value]) => STATUS.test(name) && ['string', 'boolean', 'number'].includes(typeof value))
    .map(([name, value]) => `${name}=${String(value).slice(0, 60)}`)
    .toSorted()
    .join(' ');

const values = (status: string): string[] =>
  status
    .split(' ')
    .filter(Boolean)
    .map((one) => one.slice(one.indexOf('=') + 1));

/** Waits for money: what a payment's event may change. */
export const isPending = (status: string): boolean =>
  values(status).length > 0 && values(status).every((value) => PENDING.test(value) && !/^paid$/i.test(value));

/** Another state, further on. */
export const movedOn = (before: string, after: string): boolean =>
  before !== after && after !== '' && values(after).some((value) => DONE.test(value) && !PENDING.test(value));

export const findIntent = (text: string): string | undefined => /\bpi_[A-Za-z0-9]{8,}/.exec(text)?.[0];
export const findSessionId = (text: string): string | undefined =>
  /\bcs_(?:test_|live_)?[A-Za-z0-9]{8,}/.exec(text)?.[0];

/** What is to be paid, in cents, and in which currency, where it says so. */
export const amountOf = (json: unknown): { cents: number; currency?: string } | undefined => {
  const all = [...leaves(json)];
  const number = (pattern: RegExp): [string, number] | undefined =>
    all.find(([name, value]) => pattern.test(name) && typeof value === 'number' && value > 0) as
      | [string, number]
      | undefined;
  const found =
    number(/^(?:grand_?|order_?)?total_?(?:cents|amount|price)?$/i) ??
    number(/^(?:amount|price)(?:_?(?:cents|due|total))?$/i);
  if (found === undefined) return undefined;
  const [name, value] = found;
  const currency = all.find(([one, text]) => /currency/i.test(one) && typeof text === 'string')?.[1];
  const cents =
    /cents|minor/i.test(name) || (Number.isInteger(value) && value >= 100)
      ? Math.round(value)
      : Math.round(value * 100);
  return { cents, ...(typeof currency === 'string' ? { currency: currency.toLowerCase() } : {}) };
};

export const trackingOf = (json: unknown): string | undefined => {
  const found = [...leaves(json)].find(
    ([name, value]) => /tracking/i.test(name) && typeof value === 'string' && value !== '',
  );
  return typeof found?.[1] === 'string' ? found[1] : undefined;
};
