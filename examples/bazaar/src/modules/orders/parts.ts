import type { Request } from 'express';
import { html, type Html } from '../../http/html.ts';
import { csrfField, price, when } from '../../http/layout.ts';
import type { MessageView, OrderView, RefundView } from './schemas.ts';

export const STATUS_WORDS: Readonly<Record<OrderView['status'], string>> = {
  pending_payment: 'Waiting for payment',
  paid: 'Paid',
  shipped: 'Shipped',
  delivered: 'Delivered',
  completed: 'Completed',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
};

export const statusTag = (status: OrderView['status']): Html =>
  html`<span class="tag ${status}">${STATUS_WORDS[status]}</span>`;

export const itemsTable = (order: OrderView): Html =>
  html`<table>
      <thead>
        <tr>
          <th>Item</th>
          <th>Quantity</th>
          <th>Price</th>
        </tr>
      </thead>
      <tbody>
        ${order.items.map(
          ({ listingId, title, unitCents, quantity, bookedFor }) =>
            html`<tr>
              <td>
                <a href="/listings/${listingId}">${title}</a
                >${bookedFor && html`<br /><small>${when(bookedFor)} (UTC)</small>`}${
                  order.party === 'buyer' &&
                  order.status === 'completed' &&
                  html`<br /><a href="/orders/${order.id}/review/${listingId}">Write a review</a>`
                }
              </td>
              <td>${quantity}</td>
              <td>${price(unitCents * quantity)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <dl class="totals">
      <dt>Subtotal</dt>
      <dd>${price(order.subtotalCents)}</dd>
      ${
        order.discountCents > 0 &&
        html`<dt>Discount</dt>
          <dd>−${price(order.discountCents)}</dd>`
      }
      <dt>Total</dt>
      <dd><b>${price(order.totalCents)}</b></dd>
    </dl>`;

export const addressPart = ({ shippingAddress, buyerNote }: OrderView): Html =>
  shippingAddress === null
    ? html`<p class="meta">You see the address once the order is paid.</p>`
    : html`<h2>Goes to</h2>
        <p class="prose">${shippingAddress}</p>
        ${buyerNote !== null && buyerNote !== '' && html`<p class="prose"><b>Note:</b> ${buyerNote}</p>`}`;

export const invoiceLink = ({ id, paidAt }: OrderView): Html | false =>
  paidAt !== null && html`<p><a href="/api/orders/${id}/invoice">Invoice (PDF)</a></p>`;

export const messagesPart = (req: Request, action: string, order: OrderView, messages: readonly MessageView[]): Html =>
  html`<section class="messages">
    <h2>Messages</h2>
    ${
      messages.length === 0
        ? html`<p class="empty-state">No messages yet.</p>`
        : messages.map(
            ({ from, body, createdAt }) =>
              html`<article class="message ${from === order.party ? 'own' : ''}">
                <p class="meta">
                  ${from === order.party ? 'You' : from === 'buyer' ? order.buyer.name : order.shop.name},
                  ${when(createdAt)}
                </p>
                <p class="prose">${body}</p>
              </article>`,
          )
    }
    <form class="stack" method="post" action="${action}">
      ${csrfField(req)}<label
        >Write to ${order.party === 'buyer' ? order.shop.name : order.buyer.name}<textarea
          name="body"
          required
          maxlength="2000"
          rows="3"
        ></textarea></label
      ><button class="quiet">Send</button>
    </form>
  </section>`;

const REFUND_WORDS: Readonly<Record<RefundView['status'], string>> = {
  requested: 'Asked for',
  approved: 'On its way',
  refused: 'Refused',
  done: 'Paid back',
};

/** `decide` draws what the seller can do with an open one. */
export const refundsPart = (
  refunds: readonly RefundView[],
  decide: (refund: RefundView) => Html | false,
): Html | false =>
  refunds.length > 0 &&
  html`<h2>Refunds</h2>
    <table>
      <thead>
        <tr>
          <th>Amount</th>
          <th>Reason</th>
          <th>State</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${refunds.map(
          (refund) =>
            html`<tr>
              <td>${price(refund.amountCents)}</td>
              <td>${refund.reason}</td>
              <td>${REFUND_WORDS[refund.status]}</td>
              <td>${decide(refund)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;

export const pager = (path: string, { limit, offset }: { limit: number; offset: number }, shown: number): Html =>
  html`<p class="bar">
    ${
      offset > 0 && html`<a href="${path}?limit=${limit}&offset=${Math.max(0, offset - limit)}">Newer</a>`
    }${shown === limit && html`<a href="${path}?limit=${limit}&offset=${offset + limit}">Older</a>`}
  </p>`;
