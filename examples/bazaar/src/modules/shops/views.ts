import type { Request } from 'express';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, price } from '../../http/layout.ts';
import { listingCard } from '../listings/views.ts';
import type { OwnShop, PublicShop } from './schemas.ts';
import type { Figures } from './service.ts';

const fields = (shop?: OwnShop): Html =>
  html`<label>Name of the shop<input name="name" required minlength="3" maxlength="60" value="${shop?.name}" /></label>
    <label
      >About you and what you make<textarea name="about" maxlength="1000" rows="5">${shop?.about}</textarea>
    </label>`;

export const openShopPage = (req: Request): Html =>
  layout(req, {
    title: 'Open a shop',
    ...(req.user?.verified === false
      ? { notice: 'Please confirm your e-mail address first. The link is in your inbox.' }
      : {}),
    main: html`<section class="narrow">
      <h1>Open a shop</h1>
      <p>Sell what you make by hand. Opening a shop costs nothing.</p>
      <form class="stack" method="post" action="/sell">${csrfField(req)}${fields()}<button>Open the shop</button></form>
    </section>`,
  });

export const shopPage = (req: Request, shop: PublicShop): Html =>
  layout(req, {
    title: shop.name,
    description: shop.about.slice(0, 150),
    main: html`<h1>${shop.name}</h1>
      <p class="prose">${shop.about}</p>
      ${
        shop.listings.length === 0
          ? html`<p class="empty-state">Nothing for sale at the moment.</p>`
          : html`<div class="grid">${shop.listings.map(listingCard)}</div>`
      }`,
  });

const figure = (label: string, value: string | number, href: string): Html =>
  html`<li>
    <a href="${href}"><b>${value}</b> <span>${label}</span></a>
  </li>`;

export const overviewPage = (req: Request, shop: OwnShop, { published, drafts, toShip, balanceCents }: Figures): Html =>
  layout(req, {
    title: shop.name,
    main: html`<div class="bar">
        <h1>${shop.name}</h1>
        <a class="button quiet" href="/shops/${shop.slug}">See it as a visitor</a>
      </div>
      <ul class="figures">
        ${figure('published', published, '/shop/listings')}${figure('drafts', drafts, '/shop/listings')}${figure('orders to ship', toShip, '/shop/orders')}${figure('to be paid out', price(balanceCents), '/shop/payouts')}
      </ul>
      <nav class="bar" aria-label="Shop">
        <a href="/shop/listings">Listings</a><a href="/shop/orders">Orders</a><a href="/shop/payouts">Payouts</a
        ><a href="/shop/payout-account">Payout account</a>
      </nav>
      <section class="narrow">
        <h2>About the shop</h2>
        <form class="stack" method="post" action="/shop">${csrfField(req)}${fields(shop)}<button>Save</button></form>
      </section>`,
  });
