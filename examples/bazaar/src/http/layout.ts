import type { Request } from 'express';
import { asset } from './assets.ts';
import { html, raw, type Html } from './html.ts';

interface PageOptions {
  title: string;
  description?: string;
  /** A line above the content, once, after a redirect. */
  notice?: string | undefined;
  main: Html;
}

/** The frame of every page. */
export const layout = (req: Request, { title, description, notice, main }: PageOptions): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Bazaar</title>
        ${description !== undefined && html`<meta name="description" content="${description}" />`}
        ${req.user?.session && html`<meta name="csrf-token" content="${req.user.session.csrfToken}" />`}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${asset('client/styles.css')}" />
        <script type="module" src="${asset('client/main.ts')}"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${req.res?.locals.adminHost === true ? adminHeader(req) : siteHeader(req)}
        <main id="main">${notice !== undefined && html`<p class="notice" role="status">${notice}</p>`}${main}</main>
        <footer class="foot"><p>Bazaar: things made by hand, bought from the people who make them.</p></footer>
      </body>
    </html>`;

const siteHeader = (req: Request): Html =>
  html`<header class="head">
    <a class="brand" href="/">Bazaar</a>
    <form class="find" action="/search" role="search">
      <label class="hidden" for="q">Search</label
      ><input id="q" name="q" type="search" placeholder="Search for something handmade" /><button>Search</button>
    </form>
    <nav aria-label="Account">
      ${req.user === undefined ? html`<a href="/login">Log in</a><a class="button" href="/sign-up">Sign up</a>` : accountLinks(req)}
    </nav>
  </header>`;

const accountLinks = (req: Request): Html =>
  html`<a href="/cart">Cart</a><a href="/orders">Orders</a>${
      req.user?.role === 'seller' && html`<a href="/shop">My shop</a>`
    }${
      req.user?.role === 'customer' && html`<a href="/sell">Sell</a>`
    }${req.user?.role === 'moderator' && html`<a href="/moderation">Moderation</a>`}<a href="/assistant">Assistant</a
    ><a href="/notifications">Inbox<span class="dot" data-unread hidden></span></a
    ><a href="/account">${req.user?.name ?? ''}</a>${postButton(req, '/logout', 'Log out')}`;

const adminHeader = (req: Request): Html =>
  html`<header class="head admin">
    <a class="brand" href="/">Bazaar admin</a>
    ${
      req.user !== undefined &&
      html`<nav aria-label="Admin">
        <a href="/payouts">Payouts</a><a href="/users">Users</a><a href="/orders">Orders</a
        ><a href="/coupons">Coupons</a><a href="/audit-log">Audit log</a>${postButton(req, '/logout', 'Log out')}
      </nav>`
    }
  </header>`;

/** The hidden field that every form with method post needs. */
export const csrfField = (req: Request): Html =>
  req.user?.session ? html`<input type="hidden" name="_csrf" value="${req.user.session.csrfToken}" />` : raw('');

/** A form of one button. */
export const postButton = (req: Request, action: string, label: string, kind = 'quiet'): Html =>
  html`<form class="inline" method="post" action="${action}">
    ${csrfField(req)}<button class="${kind}">${label}</button>
  </form>`;

const money = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
/** Cents as `€12.50`. */
export const price = (cents: number): string => money.format(cents / 100);

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
export const when = (date: Date): Html => html`<time datetime="${date.toISOString()}">${dates.format(date)}</time>`;
