import type { OrderView } from './schemas.ts';

const HEADER = [
  'Order',
  'Placed',
  'State',
  'Buyer',
  'Items',
  'Subtotal',
  'Discount',
  'Total',
  'Currency',
  'Address',
  'Tracking',
];

/** A spreadsheet runs what starts like a formula, also behind white space; a quote in front makes it text. */
const cell = (text: string): string => {
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
};

const euros = (cents: number): string => (cents / 100).toFixed(2);

/** RFC 4180, with what the seller sees of each order. */
export const ordersCsv = (orders: readonly OrderView[]): string =>
  [
    HEADER,
    ...orders.map((order) => [
      order.id,
      order.createdAt.toISOString(),
      order.status,
      order.buyer.name,
      order.items.map(({ title, quantity }) => `${quantity} x ${title}`).join('; '),
      euros(order.subtotalCents),
      euros(order.discountCents),
      euros(order.totalCents),
      order.currency,
      order.shippingAddress ?? '',
      order.trackingCode ?? '',
    ]),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
