import type { CodeFlow } from '../../../model/evidence/code.ts';
import type { Expr } from '../ir.ts';
import { textOf } from '../visit.ts';
import type { Happening } from './events.ts';
import { KIND, has, type Kinds, type Val } from './kinds.ts';

/** Calls that ask a payments provider for money, and the addresses that do so without a library. */
const PAYMENTS =
  /(?:^|\.)(?:paymentIntents|checkout\.sessions|charges|invoiceItems)\.create$|razorpay.*\.orders\.create$|mollie.*\.(?:payments|orders)\.create$|square.*\.(?:create|createPayment)$|paypal.*\.requestBody$|mercadopago.*\.create$|adyen.*\.(?:payments|sessions)$/i;
const HOSTS =
  /^https:\/\/(?:[\w-]+\.)*(?:paypal|mollie|squareup|adyen|razorpay|stripe|mercadopago|paystack|flutterwave|lemonsqueezy|revolut|xendit|iyzipay)\.(?:com?|io|co|me)\b/;
const AMOUNTS =
  /^(?:amount|amount_?money|unit_?amount(?:_?decimal)?|unit_?price|transaction_?amount|total_?amount|value)$/i;
const ORDERS = /^(?:public\.)?(?:orders?|order_?items?|bookings?|purchases?|checkouts?|reservations?|sales_?orders?)$/i;
const TOTALS =
  /^(?:(?:sub|grand)?_?totals?(?:_?(?:cents|amount|price))?|amount(?:_?(?:cents|total|paid))?|(?:unit|total|final)_?price(?:_?cents)?|discount(?:_?(?:cents|amount))?)$/i;

/** What the caller sent, and nothing else had a part in. */
const isOfCaller = (kinds: Kinds): boolean =>
  has(kinds, KIND.INPUT) &&
  !has(
    kinds,
    KIND.ROW | KIND.LOOKED | KIND.STATE | KIND.PICKED | KIND.SECRET | KIND.PRINCIPAL | KIND.VERIFIED | KIND.CONTEXT,
  );

/** Names of the amounts in what a provider is given that the caller chose. */
const amountsIn = (value: Val, depth = 0): string[] =>
  depth > 8
    ? []
    : [
        ...Object.entries(value.props ?? {}).flatMap(([name, one]) =>
          AMOUNTS.test(name) && one.props === undefined && isOfCaller(one.kinds) ? [name] : amountsIn(one, depth + 1),
        ),
        ...(value.items ?? []).flatMap((one) => amountsIn(one, depth + 1)),
      ];

/** What the caller asks to pay, where a call asks a provider for it. */
export const pricedBy = (path: string, a: readonly Expr[], args: readonly Val[]): string[] => {
  const [first] = a;
  const address = textOf(first) ?? (first?.k === 'tpl' ? first.texts[0] : undefined) ?? '';
  return PAYMENTS.test(path) || HOSTS.test(address) ? [...new Set(args.flatMap((one) => amountsIn(one)))] : [];
};

/** Amounts that the caller chose, where they are asked for or written down. None where what was sent is held against what is known. */
export const pricesOf = (happened: readonly Happening[]): CodeFlow[] => {
  const isCompared = happened.some(
    (one) => one.h === 'stop' && has(one.kinds, KIND.INPUT) && has(one.kinds, KIND.ROW | KIND.LOOKED),
  );
  if (isCompared) return [];
  const found = happened.flatMap((one): CodeFlow[] => {
    if (one.h !== 'priced' && one.h !== 'touch') return [];
    const fields = one.h === 'priced' ? one.fields : totalsOf(one);
    const of = one.h === 'priced' ? one.what.replace(/^.*:/, '').replaceAll('()', '') : one.touch.model;
    const line = one.h === 'priced' ? one.at : one.touch.at;
    return fields.length === 0
      ? []
      : [{ to: 'price', what: `${fields.join(', ')} of ${of}`, at: { path: one.m.path, line } }];
  });
  return [...new Map(found.map((flow) => [`${flow.at.path}:${flow.at.line}`, flow])).values()];
};

/** Totals of an order that are written as the caller sent them. */
const totalsOf = ({ touch, written }: Extract<Happening, { h: 'touch' }>): string[] =>
  ORDERS.test(touch.model) && (touch.deed === 'create' || touch.deed === 'update')
    ? written.flatMap(({ column, kinds }) =>
        column !== undefined && TOTALS.test(column) && isOfCaller(kinds) ? [column] : [],
      )
    : [];

/** What changes the form of a value and not whose it is. */
const PLAIN =
  /^(?:Number|String|BigInt|Boolean|parseInt|parseFloat|structuredClone|Math\.\w+|Number\.\w+|JSON\.\w+|Object\.\w+|Array\.\w+)$|\.(?:parse|safeParse|parseAsync|safeParseAsync|validate|validateAsync|validateSync|cast)$/;

/** Whether a call may have looked the value up by what the caller sent: a list, a map, a function that cannot be followed. */
export const looksUp = (path: string, over: Val): boolean =>
  !PLAIN.test(path) && !has(over.kinds, KIND.INPUT | KIND.REQUEST | KIND.HEADER);
