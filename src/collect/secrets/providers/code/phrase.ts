import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'phrase',
  name: 'Phrase',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.phrase.com/settings/oauth_access_tokens' },
  rules: [
    {
      id: 'phrase-access-token',
      name: 'Phrase access token',
      anchors: ['phrase_access', 'phrase_token', 'phrase_api', 'phraseaccess', 'phraseapp', 'phrase_app'],
      pattern: assigned('(?<![a-z])phrase(?=[_.-]?(?:app|access|token|api))', 'token|api', '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Read and change your translations.',
      verify: {
        url: 'https://api.phrase.com/v2/user',
        headers: { authorization: 'token {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['PHRASE_ACCESS_TOKEN={hex:64}', "phraseAccessToken: '{hex:64}'"],
        no: ['PHRASE_ACCESS_TOKEN=your_phrase_access_token', 'checksum = "{hex:64}"', 'PHRASE_ACCESS_TOKEN={hex:67}'],
      },
    },
  ],
});
