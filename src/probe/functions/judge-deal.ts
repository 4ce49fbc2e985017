import { isGood } from '../access/answers.ts';
import { isObject, leavesOf } from '../access/json.ts';
import type { Answer } from '../contract/send.ts';

const UNPAID = /(?:pending|unpaid|await|payment|not[_ -]?paid)/i;

/** Pure: an order that says of itself that nobody has paid for it. */
export const isUnpaid = (part: unknown): boolean => {
  if (!isObject(part)) return false;
  const state = part['status'] ?? part['state'] ?? part['paymentStatus'] ?? part['payment_status'];
  const paid = leavesOf(part).some(
    ({ name, value }) =>
      /^(?:paid_?at|is_?paid|paid)$/i.test(name) && value !== null && value !== false && value !== '',
  );
  return typeof state === 'string' && UNPAID.test(state) && !paid;
};

/** Pure: sum of the amounts in an answer about money. */
export const amountIn = (answer: Answer | undefined): number | undefined => {
  if (!isGood(answer) || answer.json === undefined) return undefined;
  const amounts = leavesOf(answer.json).flatMap(({ name, value }) =>
    typeof value === 'number' && /amount|balance|total|available|payable|cents|earn|revenue/i.test(name) ? [value] : [],
  );
  return amounts.length === 0 ? undefined : amounts.reduce((sum, one) => sum + one, 0);
};
