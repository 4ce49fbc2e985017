import type { Request } from 'express';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, postButton, price, when } from '../../http/layout.ts';
import type { Balance, Payout, PayoutAccount } from './schemas.ts';

interface PayoutFigures {
  balance: Balance;
  account: PayoutAccount | null;
  payouts: readonly Payout[];
}

const destination = ({ holder, ibanLast4 }: PayoutAccount): string => `${holder}, account ending in ${ibanLast4}`;

export const payoutsPage = (req: Request, { balance, account, payouts }: PayoutFigures): Html =>
  layout(req, {
    title: 'Payouts',
    main: html`<h1>Payouts</h1>
      <p class="price">${price(balance.amountCents)}</p>
      <p class="meta">from ${balance.orders} completed ${balance.orders === 1 ? 'order' : 'orders'}</p>
      ${
        account === null
          ? html`<p class="notice">
              Say first where the money goes: <a href="/shop/payout-account">payout account</a>.
            </p>`
          : html`<p>To ${destination(account)}. <a href="/shop/payout-account">Change</a></p>
              ${balance.amountCents > 0 && postButton(req, '/shop/payouts', 'Ask for the payout', '')}`
      }${payouts.length === 0 ? html`<p class="empty-state">No payouts yet.</p>` : table(payouts)}`,
  });

const table = (payouts: readonly Payout[]): Html =>
  html`<table>
    <thead>
      <tr>
        <th>Asked for</th>
        <th>Amount</th>
        <th>State</th>
      </tr>
    </thead>
    <tbody>
      ${payouts.map(
        ({ createdAt, amountCents, status, rejectionReason }) =>
          html`<tr>
            <td>${when(createdAt)}</td>
            <td>${price(amountCents)}</td>
            <td><span class="tag ${status}">${status}</span> ${rejectionReason}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

export const payoutAccountPage = (req: Request, account: PayoutAccount | null): Html =>
  layout(req, {
    title: 'Payout account',
    main: html`<section class="narrow">
      <h1>Payout account</h1>
      <p>
        ${
          account === null
            ? 'No account yet.'
            : html`Payouts go to ${destination(account)}, set ${when(account.updatedAt)}.`
        }
      </p>
      <form class="stack" method="post" action="/shop/payout-account">
        ${csrfField(req)}
        <label
          >Account holder<input
            name="holder"
            required
            minlength="2"
            maxlength="100"
            autocomplete="name"
            value="${account?.holder}"
        /></label>
        <label
          >IBAN<input name="iban" required maxlength="42" autocomplete="off" spellcheck="false" /><small
            >Kept by our payments provider. We keep its last four characters.</small
          ></label
        >
        <label
          >Your password<input name="password" type="password" required maxlength="200" autocomplete="current-password"
        /></label>
        <button>Save</button>
      </form>
    </section>`,
  });
