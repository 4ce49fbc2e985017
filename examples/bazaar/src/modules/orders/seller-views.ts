import type { Request } from 'express';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, postButton, price, when } from '../../http/layout.ts';
import { addressPart, invoiceLink, itemsTable, messagesPart, pager, refundsPart, statusTag } from './parts.ts';
import type { MessageView, OrderView, RefundView } from './schemas.ts';

export const soldOrdersPage = (
  req: Request,
  orders: readonly OrderView[],
  page: { limit: number; offset: number },
): Html =>
  layout(req, {
    title: 'Orders of my shop',
    main: html`<div class="bar">
        <h1>Orders of my shop</h1>
        <a class="button" href="/api/seller/orders/export">Export (CSV)</a>
      </div>
      ${
        orders.length === 0
          ? html`<p class="empty-state">No orders yet.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th>Order</th>
                  <th>Buyer</th>
                  <th>Total</th>
                  <th>State</th>
                </tr>
              </thead>
              <tbody>
                ${orders.map(
                  ({ id, createdAt, buyer, totalCents, status }) =>
                    html`<tr>
                      <td><a href="/shop/orders/${id}">${when(createdAt)}</a></td>
                      <td>${buyer.name}</td>
                      <td>${price(totalCents)}</td>
                      <td>${statusTag(status)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }${pager('/shop/orders', page, orders.length)}`,
  });

interface SoldOrderPage {
  order: OrderView;
  messages: readonly MessageView[];
  refunds: readonly RefundView[];
}

export const soldOrderPage = (req: Request, { order, messages, refunds }: SoldOrderPage): Html =>
  layout(req, {
    title: `Order of ${order.buyer.name}`,
    main: html`<div class="bar">
        <h1>Order of ${order.buyer.name}</h1>
        ${statusTag(order.status)}
      </div>
      <p class="meta">
        Ordered ${when(order.createdAt)}${order.trackingCode && html`, tracking code <b>${order.trackingCode}</b>`}
      </p>
      ${order.status === 'paid' && shipForm(req, order)}${itemsTable(order)}${addressPart(order)}${invoiceLink(order)}${refundsPart(
        refunds,
        (refund) => decideForms(req, refund),
      )}${messagesPart(req, `/shop/orders/${order.id}/messages`, order, messages)}`,
  });

const shipForm = (req: Request, { id }: OrderView): Html =>
  html`<form class="stack narrow" method="post" action="/shop/orders/${id}/ship">
    ${csrfField(req)}<label>Tracking code<input name="trackingCode" required minlength="3" maxlength="100" /></label
    ><button>Mark as shipped</button>
  </form>`;

const decideForms = (req: Request, { id, status }: RefundView): Html | false =>
  status === 'requested' &&
  html`${postButton(req, `/shop/refunds/${id}/approve`, 'Approve', '')}${postButton(req, `/shop/refunds/${id}/refuse`, 'Refuse')}`;
