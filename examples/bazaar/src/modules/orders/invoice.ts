import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import { conflict } from '../../http/errors.ts';
import { price } from '../../http/layout.ts';
import type { Context } from '../../platform/context.ts';
import type { Reader } from './parties.ts';
import { findOrder } from './queries.ts';
import type { OrderView } from './schemas.ts';

const [LEFT, RIGHT, TOP, BOTTOM] = [56, 539, 780, 64];

/** The invoice as a PDF, for both parties once the order has been paid. */
export const makeInvoice = async (context: Context, reader: Reader, orderId: string): Promise<Buffer> => {
  const order = await findOrder(context, reader, orderId);
  if (order.paidAt === null) throw conflict('not_paid', 'There is an invoice once the order is paid.');
  return draw(order, order.paidAt);
};

const draw = async (order: OrderView, paidAt: Date): Promise<Buffer> => {
  const document = await PDFDocument.create();
  document.setTitle(`Invoice ${order.id}`);
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  let page = document.addPage([595, 842]);
  let y = TOP;
  const row = (text: string, amount = '', font = regular, size = 10): void => {
    if (y < BOTTOM) {
      page = document.addPage([595, 842]);
      y = TOP;
    }
    write(page, font, size, text, LEFT, y);
    const shown = printable(font, amount);
    write(page, font, size, shown, RIGHT - font.widthOfTextAtSize(shown, size), y);
    y -= size * 1.6;
  };
  row('Invoice', '', bold, 20);
  row(`Order ${order.id}`);
  row(`Paid on ${paidAt.toISOString().slice(0, 10)}`);
  row('');
  row(`Sold by ${order.shop.name}`, '', bold);
  row(`Bought by ${order.buyer.name}`, '', bold);
  for (const line of (order.shippingAddress ?? '').split(/\r?\n/)) row(line);
  row('');
  for (const { title, quantity, unitCents } of order.items) {
    row(`${quantity} x ${title.slice(0, 70)}`, price(unitCents * quantity));
  }
  row('');
  row('Subtotal', price(order.subtotalCents));
  if (order.discountCents > 0) row('Discount', `-${price(order.discountCents)}`);
  row('Total', price(order.totalCents), bold);
  return Buffer.from(await document.save());
};

const write = (page: PDFPage, font: PDFFont, size: number, text: string, x: number, y: number): void => {
  page.drawText(printable(font, text).slice(0, 95), { x, y, size, font });
};

/** The standard fonts know Western European letters only; what they lack is shown as a question mark. */
const printable = (font: PDFFont, text: string): string => {
  const known = new Set(font.getCharacterSet());
  return Array.from(text, (character) => (known.has(character.codePointAt(0) ?? 0) ? character : '?')).join('');
};
