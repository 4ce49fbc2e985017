import type { Request } from 'express';
import { payoutStatus } from '../../db/schema.ts';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, postButton, price, when } from '../../http/layout.ts';
import { doneNotice } from '../../http/form.ts';
import type { AdminPayout } from './schemas.ts';
import { statusFilter, table } from './parts.ts';

const DONE: Readonly<Record<string, string>> = { paid: 'The payout was paid.', rejected: 'The payout was rejected.' };

export const payoutsPage = (req: Request, payouts: readonly AdminPayout[], status?: string): Html =>
  layout(req, {
    title: 'Payouts',
    notice: doneNotice(req, DONE),
    main: html`<h1>Payouts</h1>
      ${statusFilter('/payouts', payoutStatus.enumValues, status)}${table(
        ['Shop', 'Amount', 'To', 'Asked for', 'State', ''],
        payouts.map((payout) => row(req, payout)),
        'No payouts here.',
      )}`,
  });

const row = (req: Request, payout: AdminPayout): Html =>
  html`<tr>
    <td>${payout.shop.name}</td>
    <td>${price(payout.amountCents)}</td>
    <td>${payout.account && `${payout.account.holder}, …${payout.account.ibanLast4}`}</td>
    <td>${when(payout.createdAt)} by <a href="/users/${payout.requestedBy.id}">${payout.requestedBy.name}</a></td>
    <td><span class="tag ${payout.status}">${payout.status}</span> ${payout.rejectionReason}</td>
    <td>${decision(req, payout)}</td>
  </tr>`;

const decision = (req: Request, { id, status }: AdminPayout): Html | false => {
  if (status === 'approved') return postButton(req, `/payouts/${id}/approve`, 'Pay again');
  if (status !== 'requested') return false;
  return html`${postButton(req, `/payouts/${id}/approve`, 'Approve', 'button')}
    <details>
      <summary>Reject</summary>
      <form class="stack" method="post" action="/payouts/${id}/reject">
        ${csrfField(req)}<label>Reason<input name="reason" required minlength="3" maxlength="200" /></label
        ><button class="quiet">Reject</button>
      </form>
    </details>`;
};
