import type { Request } from 'express';
import { html, type Html } from '../../http/html.ts';
import { layout, postButton, when } from '../../http/layout.ts';
import type { PublicListing } from '../listings/schemas.ts';
import type { Report } from './schemas.ts';

export interface ShownReview {
  id: string;
  rating: number;
  body: string;
  title: string;
}

interface Queue {
  reports: readonly Report[];
  reviews: readonly ShownReview[];
  listings: readonly PublicListing[];
}

export const reportedPage = (req: Request): Html =>
  layout(req, {
    title: 'Thank you',
    main: html`<section class="narrow">
      <h1>Thank you</h1>
      <p>The moderators will look at it.</p>
      <p><a href="/">Back to the front page</a></p>
    </section>`,
  });

export const moderationPage = (req: Request, { reports, reviews, listings }: Queue): Html =>
  layout(req, {
    title: 'Moderation',
    main: html`<h1>Moderation</h1>
      <h2>Reports</h2>
      ${
        reports.length === 0
          ? html`<p class="empty-state">No reports are waiting.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th>Listing</th>
                  <th>Reason</th>
                  <th>Reported</th>
                </tr>
              </thead>
              <tbody>
                ${reports.map((report) => reportRow(req, report))}
              </tbody>
            </table>`
      }
      <h2>Newest reviews</h2>
      ${
        reviews.length === 0
          ? html`<p class="empty-state">No reviews yet.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th>Listing</th>
                  <th>Stars</th>
                  <th>Review</th>
                  <th></th>
                </tr>
              </thead>
              <tbody>
                ${reviews.map((review) => reviewRow(req, review))}
              </tbody>
            </table>`
      }
      <h2>Front page</h2>
      <table>
        <thead>
          <tr>
            <th>Listing</th>
            <th>Shop</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${listings.map((listing) => listingRow(req, listing))}
        </tbody>
      </table>`,
  });

const reportRow = (req: Request, { id, listing, reason, reporter, createdAt, status }: Report): Html =>
  html`<tr>
    <td><a href="/listings/${listing.id}">${listing.title}</a><br /><span class="meta">${listing.shop}</span></td>
    <td>
      <p class="prose">${reason}</p>
      ${
        status === 'open'
          ? html`${postButton(req, `/moderation/reports/${id}/dismiss`, 'Dismiss')}
            ${postButton(req, `/moderation/reports/${id}/remove-listing`, 'Remove listing', 'danger')}`
          : html`<span class="tag">${status}</span>`
      }
    </td>
    <td>${reporter}<br />${when(createdAt)}</td>
  </tr>`;

const reviewRow = (req: Request, { id, title, rating, body }: ShownReview): Html =>
  html`<tr>
    <td>${title}</td>
    <td>${rating}</td>
    <td class="prose">${body}</td>
    <td>${postButton(req, `/moderation/reviews/${id}/hide`, 'Hide')}</td>
  </tr>`;

const listingRow = (req: Request, { id, title, shop, featured }: PublicListing): Html =>
  html`<tr>
    <td><a href="/listings/${id}">${title}</a></td>
    <td>${shop.name}</td>
    <td>
      ${postButton(
        req,
        `/moderation/listings/${id}/${featured ? 'unfeature' : 'feature'}`,
        featured ? 'Take off the front page' : 'Feature',
      )}
    </td>
  </tr>`;
