import type { Request } from 'express';
import type { HttpError } from '../../http/errors.ts';
import { problemBox } from '../../http/form.ts';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, postButton, price, when } from '../../http/layout.ts';
import type { ProposalView } from './schemas.ts';

export interface Shown {
  asked?: string;
  answer?: string;
  problem?: HttpError;
  proposals: readonly ProposalView[];
}

export const assistantPage = (req: Request, { asked, answer, problem, proposals }: Shown): Html => {
  const open = proposals.filter(({ status }) => status === 'open');
  const [topics, example] =
    req.user?.role === 'seller'
      ? ['your orders, your balance or a payout', 'What can I have paid out?']
      : ['your orders', 'Where is my order?'];
  return layout(req, {
    title: 'Assistant',
    main: html`<section class="narrow">
      <h1>Assistant</h1>
      <p class="meta">Ask about ${topics}. It reads only what is yours, and it can be wrong.</p>
      ${problemBox(problem)}
      <form class="stack" method="post" action="/assistant" data-ask>
        ${csrfField(req)}<label
          >Your question<textarea
            name="question"
            required
            minlength="3"
            maxlength="1000"
            rows="3"
            placeholder="${example}"
          >
${asked}</textarea></label
        ><button>Ask</button>
      </form>
      <div class="reply" data-answer aria-live="polite">${answer}</div>
      <div id="proposals">
        ${
          open.length > 0 &&
          html`<h2>Waiting for you</h2>
            ${open.map((proposal) => openProposal(req, proposal))}`
        }
      </div>
    </section>`,
  });
};

const openProposal = (req: Request, { id, amountCents, expiresAt }: ProposalView): Html =>
  html`<article class="panel">
    <h3>Payout of ${price(amountCents)}</h3>
    <p class="meta">Prepared by the assistant at your request. Open until ${when(expiresAt)}.</p>
    <form class="stack" method="post" action="/assistant/proposals/${id}/confirm">
      ${csrfField(req)}<label
        >Your password<input
          name="password"
          type="password"
          required
          maxlength="200"
          autocomplete="current-password" /></label
      ><button>Confirm payout</button>
    </form>
    ${postButton(req, `/assistant/proposals/${id}/drop`, 'Drop it')}
  </article>`;
