import type { Request } from 'express';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, when } from '../../http/layout.ts';
import type { PublicReview } from './schemas.ts';

const stars = (rating: number): Html =>
  html`<span class="stars" role="img" aria-label="${rating} of 5 stars"
    >${'★'.repeat(rating)}${'☆'.repeat(5 - rating)}</span
  >`;

/** What stands below a listing. */
export const reviewSection = (reviews: readonly PublicReview[]): Html =>
  html`<section class="reviews">
    <h2>Reviews</h2>
    ${
      reviews.length === 0
        ? html`<p class="empty-state">No reviews yet.</p>`
        : reviews.map(
            ({ rating, body, author, createdAt }) =>
              html`<article class="review">
                <p>${stars(rating)}</p>
                <p class="prose">${body}</p>
                <p class="meta">${author}, ${when(createdAt)}</p>
              </article>`,
          )
    }
  </section>`;

interface Reviewed {
  orderId: string;
  listingId: string;
  title: string;
}

export const reviewPage = (req: Request, { orderId, listingId, title }: Reviewed): Html =>
  layout(req, {
    title: 'Write a review',
    main: html`<section class="narrow">
      <h1>How do you like it?</h1>
      <p>${title}</p>
      <form class="stack" method="post" action="/orders/${orderId}/review/${listingId}">
        ${csrfField(req)}
        <label
          >Stars<select name="rating" required>
            ${[5, 4, 3, 2, 1].map((value) => html`<option value="${value}">${value}</option>`)}
          </select></label
        >
        <label
          >Your review<textarea name="body" required minlength="10" maxlength="2000" rows="5"></textarea
          ><small>Shown with your first name.</small></label
        >
        <button>Publish</button>
      </form>
    </section>`,
  });
