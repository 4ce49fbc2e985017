import type { Request } from 'express';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, postButton, price, when } from '../../http/layout.ts';
import { addressPart, invoiceLink, itemsTable, messagesPart, pager, refundsPart, statusTag } from './parts.ts';
import type { MessageView, OrderView, RefundView } from './schemas.ts';

export const ordersPage = (req: Request, orders: readonly OrderView[], page: { limit: number; offset: number }): Html =>
  layout(req, {
    title: 'My orders',
    main: html`<h1>My orders</h1>
      ${
        orders.length === 0
          ? html`<p class="empty-state">Nothing ordered yet. <a href="/search">Find something handmade</a>.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th>Order</th>
                  <th>Shop</th>
                  <th>Total</th>
                  <th>State</th>
                </tr>
              </thead>
              <tbody>
                ${orders.map(
                  ({ id, createdAt, shop, totalCents, status }) =>
                    html`<tr>
                      <td><a href="/orders/${id}">${when(createdAt)}</a></td>
                      <td>${shop.name}</td>
                      <td>${price(totalCents)}</td>
                      <td>${statusTag(status)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }${pager('/orders', page, orders.length)}`,
  });

interface OrderPage {
  order: OrderView;
  messages: readonly MessageView[];
  refunds: readonly RefundView[];
  /** Whether there is a page to pay on. */
  payable: boolean;
}

export const orderPage = (req: Request, { order, messages, refunds, payable }: OrderPage): Html =>
  layout(req, {
    title: `Order from ${order.shop.name}`,
    main: html`<div class="bar">
        <h1>Order from ${order.shop.name}</h1>
        ${statusTag(order.status)}
      </div>
      <p class="meta">
        Ordered ${when(order.createdAt)}${order.trackingCode && html`, tracking code <b>${order.trackingCode}</b>`}
      </p>
      ${steps(req, order, payable)}${itemsTable(order)}${addressPart(order)}${invoiceLink(order)}${refundsPart(refunds, () => false)}${
        order.paidAt !== null && order.status !== 'refunded' && refundForm(req, order)
      }${messagesPart(req, `/orders/${order.id}/messages`, order, messages)}`,
  });

const steps = (req: Request, { id, status, totalCents }: OrderView, payable: boolean): Html => {
  if (status === 'pending_payment') {
    return html`<div class="bar">
        ${
          payable
            ? postButton(req, `/orders/${id}/payment`, `Pay ${price(totalCents)}`, '')
            : html`<p class="notice">Paying on this page is not set up. Please pay in the app.</p>`
        }${postButton(req, `/orders/${id}/cancel`, 'Cancel the order')}
      </div>
      <p class="meta">Kept for you for half an hour.</p>`;
  }
  if (status === 'shipped' || status === 'delivered') {
    return html`<div class="bar">${postButton(req, `/orders/${id}/complete`, 'Everything arrived', '')}</div>`;
  }
  return html``;
};

const refundForm = (req: Request, { id, totalCents }: OrderView): Html =>
  html`<details>
    <summary>Ask for a refund</summary>
    <form class="stack" method="post" action="/orders/${id}/refunds">
      ${csrfField(req)}
      <label
        >Amount in euro<input
          name="amount"
          type="number"
          required
          min="0.01"
          max="${(totalCents / 100).toFixed(2)}"
          step="0.01"
          value="${(totalCents / 100).toFixed(2)}"
      /></label>
      <label
        >What is the reason?<textarea name="reason" required minlength="10" maxlength="1000" rows="3"></textarea></label
      ><button class="quiet">Ask for it</button>
    </form>
  </details>`;
