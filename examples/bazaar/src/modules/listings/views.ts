import type { Request } from 'express';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, postButton, price } from '../../http/layout.ts';
import type { OwnListing, PublicListing } from './schemas.ts';

export const listingCard = (listing: PublicListing): Html =>
  html`<article class="card">
    <a href="/listings/${listing.id}"
      >${picture(listing)}
      <h3>${listing.title}</h3></a
    >
    <p class="meta">
      <b>${price(listing.priceCents)}</b>
      <span>${listing.shop.name}</span>${listing.featured && html`<span class="tag">Featured</span>`}
    </p>
  </article>`;

const picture = ({ photos: [first], title }: PublicListing): Html =>
  first === undefined
    ? html`<span class="picture empty" aria-hidden="true">${title.slice(0, 1)}</span>`
    : html`<img class="picture" src="${first.url}" alt="" loading="lazy" />`;

export const homePage = (req: Request, listings: readonly PublicListing[]): Html =>
  layout(req, {
    title: 'Things made by hand',
    description: 'Buy pottery, textiles, prints and workshops from the people who make them.',
    main: html`<section class="hero">
        <h1>Things made by hand, from the people who make them</h1>
        <p>Pottery, textiles, prints and workshops from small studios.</p>
      </section>
      ${grid(listings)}`,
  });

export const searchPage = (req: Request, q: string, listings: readonly PublicListing[]): Html =>
  layout(req, {
    title: q === '' ? 'All listings' : `Search: ${q}`,
    main: html`<h1>${q === '' ? 'All listings' : html`Results for “${q}”`}</h1>
      ${grid(listings)}`,
  });

const grid = (listings: readonly PublicListing[]): Html =>
  listings.length === 0
    ? html`<p class="empty-state">Nothing here yet. Try another word, or <a href="/search">see everything</a>.</p>`
    : html`<div class="grid">${listings.map(listingCard)}</div>`;

export const listingPage = (req: Request, listing: PublicListing, reviews: Html): Html =>
  layout(req, {
    title: listing.title,
    description: listing.description.slice(0, 150),
    main: html`<article class="listing">
        <div class="pictures">
          ${
            listing.photos.length === 0
              ? picture(listing)
              : listing.photos.map(
                  ({ url }) => html`<img class="picture" src="${url}" alt="Photo of ${listing.title}" />`,
                )
          }
        </div>
        <div>
          <h1>${listing.title}</h1>
          <p class="meta">by <a href="/shops/${listing.shop.slug}">${listing.shop.name}</a></p>
          <p class="price">${price(listing.priceCents)}</p>
          <p class="prose">${listing.description}</p>
          ${buyForm(req, listing)}
          <div class="assistant" data-summarise="${listing.id}" hidden>
            <button class="quiet" type="button">Summarise for me</button>
            <p aria-live="polite"></p>
          </div>
          <details class="report">
            <summary>Report this listing</summary>
            <form method="post" action="/listings/${listing.id}/report">
              ${csrfField(req)}<label
                >What is wrong with it?<textarea
                  name="reason"
                  required
                  minlength="10"
                  maxlength="1000"
                ></textarea></label
              ><button class="quiet">Send report</button>
            </form>
          </details>
        </div>
      </article>
      ${reviews}`,
  });

const buyForm = (req: Request, listing: PublicListing): Html => {
  if (!listing.inStock) return html`<p class="notice">Sold out.</p>`;
  if (req.user === undefined)
    return html`<p><a class="button" href="/login?next=/listings/${listing.id}">Log in to buy</a></p>`;
  return html`<form class="buy" method="post" action="/cart/items">
    ${csrfField(req)}<input type="hidden" name="listingId" value="${listing.id}" /><label
      >Quantity<input name="quantity" type="number" value="1" min="1" max="99" /></label
    >${
      listing.kind === 'booking' &&
      html`<label>Date and time<input name="bookedFor" type="datetime-local" required /></label>`
    }<button>Add to cart</button>
  </form>`;
};

export const ownListingsPage = (req: Request, listings: readonly OwnListing[]): Html =>
  layout(req, {
    title: 'My listings',
    main: html`<div class="bar">
        <h1>My listings</h1>
        <a class="button" href="/shop/listings/new">New listing</a>
      </div>
      ${
        listings.length === 0
          ? html`<p class="empty-state">No listings yet. Start with the thing you like best.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th>Title</th>
                  <th>Price</th>
                  <th>Stock</th>
                  <th>State</th>
                  <th></th>
                </tr>
              </thead>
              <tbody>
                ${listings.map((listing) => ownRow(req, listing))}
              </tbody>
            </table>`
      }`,
  });

const ownRow = (req: Request, listing: OwnListing): Html =>
  html`<tr>
    <td><a href="/shop/listings/${listing.id}">${listing.title}</a></td>
    <td>${price(listing.priceCents)}</td>
    <td>${listing.stock}</td>
    <td><span class="tag ${listing.status}">${listing.status}</span></td>
    <td>
      ${
        listing.status === 'draft' && postButton(req, `/shop/listings/${listing.id}/publish`, 'Publish')
      }${listing.status === 'published' && postButton(req, `/shop/listings/${listing.id}/unpublish`, 'Unpublish')}
    </td>
  </tr>`;

export const editListingPage = (req: Request, listing?: OwnListing): Html => {
  const action = listing === undefined ? '/shop/listings' : `/shop/listings/${listing.id}`;
  return layout(req, {
    title: listing === undefined ? 'New listing' : `Edit ${listing.title}`,
    main: html`<section class="narrow">
      <h1>${listing === undefined ? 'New listing' : 'Edit listing'}</h1>
      <form class="stack" method="post" action="${action}">
        ${csrfField(req)}
        <label>Title<input name="title" required minlength="3" maxlength="120" value="${listing?.title}" /></label>
        <label
          >Description<textarea name="description" required minlength="10" maxlength="5000" rows="6">
${listing?.description}</textarea>
        </label>
        <label
          >Price in euro<input
            name="price"
            type="number"
            required
            min="0.5"
            max="100000"
            step="0.01"
            value="${listing && (listing.priceCents / 100).toFixed(2)}"
        /></label>
        <label
          >Stock<input name="stock" type="number" required min="0" max="10000" value="${listing?.stock ?? 1}"
        /></label>
        ${
          listing === undefined &&
          html`<label
            >Kind<select name="kind">
              <option value="product">Product</option>
              <option value="booking">Booking</option>
            </select></label
          >`
        }
        <label
          >Private note<textarea name="sellerNote" maxlength="2000" rows="2">${listing?.sellerNote}</textarea
          ><small>Only you see this.</small></label
        >
        <button>Save</button>
      </form>
      ${listing && photoForm(req, listing)}
    </section>`,
  });
};

const photoForm = (req: Request, listing: OwnListing): Html =>
  html`<h2>Photos</h2>
    <div class="thumbs">
      ${listing.photos.map(
        ({ id, url }) =>
          html`<figure>
            <img src="${url}" alt="" />${postButton(req, `/shop/listings/${listing.id}/photos/${id}/delete`, 'Remove')}
          </figure>`,
      )}
    </div>
    <form class="stack" data-upload="/api/seller/listings/${listing.id}/photos" hidden>
      <label
        >Add a photo<input name="photo" type="file" accept="image/jpeg,image/png,image/webp" required /><small
          >5 MB at most.</small
        ></label
      ><button class="quiet">Upload</button>
    </form>
    <noscript><p>Adding photos needs JavaScript.</p></noscript>`;
