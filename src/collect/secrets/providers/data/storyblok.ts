import { defineProvider } from '../../define-provider.ts';
import { named } from './shared/named.ts';

export default defineProvider({
  id: 'storyblok',
  name: 'Storyblok',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://app.storyblok.com/#/me/account?tab=token' },
  rules: [
    {
      id: 'storyblok-management-token',
      name: 'Storyblok personal access token',
      anchors: ['storyblok'],
      pattern: named('storyblok', 'token|key|oauth', '[A-Za-z0-9]{22}tt-\\d{4,8}-[A-Za-z0-9_-]{16,24}'),
      power: 'data',
      impact: 'Change or delete the content of every space the person may enter.',
      verify: { url: 'https://mapi.storyblok.com/v1/spaces/', headers: { authorization: '{secret}' }, live: [200], dead: [401] },
      samples: {
        yes: ['STORYBLOK_MANAGEMENT_TOKEN={alnum:22}tt-{digit:6}-{alnum:20}', 'storyblok: { oauthToken: "{alnum:22}tt-{digit:5}-{alnum:20}" }'],
        no: ['STORYBLOK_MANAGEMENT_TOKEN=your_token', 'STORYBLOK_TOKEN={alnum:22}tt'],
      },
    },
    {
      id: 'storyblok-delivery-token',
      name: 'Storyblok delivery token',
      anchors: ['storyblok'],
      pattern: named('storyblok', 'token|key', '[A-Za-z0-9]{22}tt'),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'it is a public token: a preview token also shows drafts',
      power: 'limited',
      impact: 'Read published content, with a preview token also drafts.',
      samples: {
        yes: ['NEXT_PUBLIC_STORYBLOK_TOKEN={alnum:22}tt', "storyblokInit({ accessToken: '{alnum:22}tt' })"],
        no: ['STORYBLOK_TOKEN=your_preview_token', 'TOKEN={alnum:22}tt'],
      },
    },
  ],
});
