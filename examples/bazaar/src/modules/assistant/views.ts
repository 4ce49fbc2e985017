import type { Request } from 'express';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, postButton, price, when } from '../../http/layout.ts';
import type { ProposalView } from './schemas.ts';

interface Conversation {
  asked?: string;
  answer?: string;
  proposals: readonly ProposalView[];
}

export const assistantPage = (req: Request, { asked, answer, proposals }: Conversation): Html => {
  const open = proposals.filter(({ status }) => status === 'open');
  const seller = req.user?.role === 'seller';
  return layout(req, {
    title: 'Assistant',
    main: html`<section class="narrow">
      <h1>Assistant</h1>
      <p class="meta">
        Ask about your orders${seller && ', your balance or a payout'}. It reads only what is yours, and it can be
        wrong.
      </p>
      <form class="stack ask" method="post" action="/assistant" data-ask>
        ${csrfField(req)}<label
          >Your question<textarea
            name="question"
            required
            minlength="3"
            maxlength="1000"
            rows="3"
            placeholder="${seller ? 'What can I have paid out?' : 'Where is my order?'}"
          >
${asked}</textarea></label
        ><button>Ask</button>
      </form>
      <div class="reply" data-answer aria-live="polite" ${answer === undefined ? html` hidden` : ''}>${answer}</div>
      ${
        open.length > 0 &&
        html`<h2>Waiting for you</h2>
          ${open.map((proposal) => openProposal(req, proposal))}`
      }
    </section>`,
  });
};

const openProposal = (req: Request, { id, amountCents, expiresAt }: ProposalView): Html =>
  html`<article class="panel proposal">
    <h3>Payout of ${price(amountCents)}</h3>
    <p class="meta">Prepared by the assistant at your request. Open until ${when(expiresAt)}.</p>
    <form class="stack" method="post" action="/assistant/proposals/${id}/confirm">
      ${csrfField(req)}<label
        >Your password<input name="password" type="password" required autocomplete="current-password" /></label
      ><button>Confirm payout</button>
    </form>
    ${postButton(req, `/assistant/proposals/${id}/drop`, 'Drop it')}
  </article>`;
