import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'contentful',
  name: 'Contentful',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://app.contentful.com/account/profile/cma_tokens' },
  rules: [
    {
      id: 'contentful-management-token',
      name: 'Contentful management token',
      anchors: ['CFPAT-'],
      pattern: /\b(CFPAT-[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/,
      power: 'data',
      impact: 'Change or delete all content and content types of every space the person may enter.',
      verify: {
        url: 'https://api.contentful.com/users/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['CONTENTFUL_MANAGEMENT_TOKEN=CFPAT-{base64url:42}a', "createClient({ accessToken: 'CFPAT-{alnum:43}' })"],
        no: ['CFPAT-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'CFPAT-{alnum:20}', 'CFPAT-...'],
      },
    },
    {
      id: 'contentful-preview-token',
      name: 'Contentful preview token',
      anchors: ['contentful'],
      pattern: assigned('contentful', 'preview[\\w.-]{0,12}(?:token|key)', '[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Read drafts before you publish them.',
      samples: {
        yes: ['CONTENTFUL_PREVIEW_ACCESS_TOKEN={alnum:43}', 'contentful: { previewToken: "{base64url:42}a" }'],
        no: [
          'CONTENTFUL_PREVIEW_ACCESS_TOKEN=your_token',
          'PREVIEW_TOKEN={alnum:43}',
          'CONTENTFUL_ACCESS_TOKEN={alnum:43}',
        ],
      },
    },
    {
      id: 'contentful-delivery-token',
      name: 'Contentful delivery token',
      anchors: ['contentful'],
      pattern: assigned('contentful', '(?<!preview[\\w.-]{0,12})(?:token|key)', '[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'nothing published in the space is private',
      power: 'limited',
      impact: 'Read published content.',
      samples: {
        yes: [
          'CONTENTFUL_ACCESS_TOKEN={alnum:43}',
          "contentful.createClient({ space: 'abc', accessToken: '{base64url:42}a' })",
        ],
        no: ['CONTENTFUL_ACCESS_TOKEN=your_access_token', 'ACCESS_TOKEN={alnum:43}', 'CONTENTFUL_SPACE_ID={lower:12}'],
      },
    },
  ],
});
