import type { Request } from 'express';
import { orderStatus } from '../../db/schema.ts';
import { html, type Html } from '../../http/html.ts';
import { layout, price, when } from '../../http/layout.ts';
import { statusFilter, table } from './parts.ts';
import type { AdminOrder, AdminOrderDetail } from './schemas.ts';

export const ordersPage = (req: Request, orders: readonly AdminOrder[], status?: string): Html =>
  layout(req, {
    title: 'Orders',
    main: html`<h1>Orders</h1>
      ${statusFilter('/orders', orderStatus.enumValues, status)}${table(
        ['Order', 'Buyer', 'Shop', 'Total', 'State', 'Ordered'],
        orders.map(
          (order) =>
            html`<tr>
              <td><a href="/orders/${order.id}">${order.id.slice(0, 8)}</a></td>
              <td>${order.buyer.name}</td>
              <td>${order.shop.name}</td>
              <td>${price(order.totalCents)}</td>
              <td><span class="tag ${order.status}">${order.status}</span></td>
              <td>${when(order.createdAt)}</td>
            </tr>`,
        ),
        'No orders here.',
      )}`,
  });

export const orderPage = (req: Request, order: AdminOrderDetail): Html =>
  layout(req, {
    title: `Order ${order.id.slice(0, 8)}`,
    main: html`<h1>Order ${order.id.slice(0, 8)}</h1>
      <p class="meta">
        <span class="tag ${order.status}">${order.status}</span>
        <a href="/users/${order.buyer.id}">${order.buyer.name}</a>
        <span>${order.shop.name}</span> ${when(order.createdAt)}
      </p>
      ${table(
        ['Title', 'Each', 'Quantity'],
        order.items.map(
          (item) =>
            html`<tr>
              <td>${item.title}</td>
              <td>${price(item.unitCents)}</td>
              <td>${item.quantity}</td>
            </tr>`,
        ),
        'No items.',
      )}
      <p>
        <b>${price(order.totalCents)}</b>
        ${order.discountCents > 0 && html`after ${price(order.discountCents)} off${order.couponCode !== null && html` with ${order.couponCode}`}`}
      </p>
      <h2>Refunds</h2>
      ${table(
        ['Amount', 'State', 'Asked for'],
        order.refunds.map(
          (refund) =>
            html`<tr>
              <td>${price(refund.amountCents)}</td>
              <td><span class="tag ${refund.status}">${refund.status}</span></td>
              <td>${when(refund.createdAt)}</td>
            </tr>`,
        ),
        'None.',
      )}`,
  });
