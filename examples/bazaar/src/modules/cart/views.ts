import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, postButton, price, when } from '../../http/layout.ts';
import type { CartView } from './schemas.ts';

export const cartPage = (req: Request, cart: CartView): Html =>
  layout(req, {
    title: 'Cart',
    main:
      cart.items.length === 0
        ? html`<h1>Cart</h1>
            <p class="empty-state">Your cart is empty. <a href="/search">Find something handmade</a>.</p>`
        : html`<h1>Cart</h1>
            <p class="meta">Everything is from <b>${cart.shop?.name}</b>.</p>
            ${lines(req, cart)}${totals(cart)}${couponForm(req, cart)}${checkoutForm(req)}`,
  });

const lines = (req: Request, { items }: CartView): Html =>
  html`<table>
    <thead>
      <tr>
        <th>Item</th>
        <th>Quantity</th>
        <th>Price</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${items.map(
        (item) =>
          html`<tr>
            <td>
              <a href="/listings/${item.listingId}">${item.title}</a
              >${item.bookedFor && html`<br /><small>${when(item.bookedFor)} (UTC)</small>`}${
                !item.available && html`<br /><span class="tag">Not available, please remove</span>`
              }
            </td>
            <td>${item.quantity}</td>
            <td>${price(item.unitCents * item.quantity)}</td>
            <td>${postButton(req, `/cart/items/${item.listingId}/remove`, 'Remove')}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const totals = ({ subtotalCents, discountCents, totalCents, coupon }: CartView): Html =>
  html`<dl class="totals">
    <dt>Subtotal</dt>
    <dd>${price(subtotalCents)}</dd>
    ${
      coupon &&
      html`<dt>Coupon ${coupon.code} (${coupon.percentOff}%)</dt>
        <dd>−${price(discountCents)}</dd>`
    }
    <dt>Total</dt>
    <dd><b>${price(totalCents)}</b></dd>
  </dl>`;

const couponForm = (req: Request, { coupon }: CartView): Html =>
  coupon === null
    ? html`<form class="inline" method="post" action="/cart/coupon">
        ${csrfField(req)}<label>Coupon<input name="code" maxlength="40" autocomplete="off" /></label
        ><button class="quiet">Use it</button>
      </form>`
    : html`<form class="inline" method="post" action="/cart/coupon">
        ${csrfField(req)}<input type="hidden" name="code" value="" /><button class="quiet">Remove the coupon</button>
      </form>`;

/** The key makes a second click on the same page the same order. */
const checkoutForm = (req: Request): Html =>
  req.user?.verified === true
    ? html`<form class="stack narrow" method="post" action="/checkout">
        ${csrfField(req)}<input type="hidden" name="idempotencyKey" value="${randomUUID()}" />
        <h2>Where should it go?</h2>
        <label
          >Name and address<textarea
            name="shippingAddress"
            required
            minlength="10"
            maxlength="500"
            rows="4"
            autocomplete="street-address"
          ></textarea
          ><small>The shop sees it once you have paid.</small></label
        >
        <label>Note to the shop<textarea name="buyerNote" maxlength="1000" rows="2"></textarea></label
        ><button>Place the order</button>
      </form>`
    : html`<p class="notice">Please confirm your e-mail address before you order. The link is in your mail.</p>`;
