import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'modal',
  name: 'Modal',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://modal.com/settings/tokens',
  },
  rules: [
    {
      id: 'modal-token-secret',
      name: 'Modal token secret',
      anchors: ['modal_token_secret', 'token_secret', 'modal_'],
      pattern: assigned('modal|(?=token_secret)', 'secret', 'as-[0-9A-Za-z]{22}'),
      power: 'infrastructure',
      impact: 'With the token id: run code on your bill, and read the secrets stored in the workspace.',
      pairsWith: ['modal-token-id'],
      samples: {
        yes: ['MODAL_TOKEN_SECRET=as-{alnum:22}', 'token_secret = "as-{alnum:22}"'],
        no: ['MODAL_TOKEN_SECRET=as-...', 'token_secret = "as-{alnum:8}"'],
      },
    },
    {
      id: 'modal-token-id',
      name: 'Modal token id',
      anchors: ['modal_token_id', 'token_id'],
      pattern: assigned('modal|(?=token_id)', 'token_?id', 'ak-[0-9A-Za-z]{22}'),
      power: 'limited',
      impact: 'Half of a credential: with the token secret, run code on your bill.',
      pairsWith: ['modal-token-secret'],
      samples: {
        yes: ['MODAL_TOKEN_ID=ak-{alnum:22}', 'token_id = "ak-{alnum:22}"'],
        no: ['MODAL_TOKEN_ID=ak-...', 'token_id = "{alnum:22}"'],
      },
    },
  ],
});
