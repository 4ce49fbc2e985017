import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'storyblok',
  name: 'Storyblok',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.storyblok.com/' },
  rules: [
    {
      id: 'storyblok-management-token',
      name: 'Storyblok management token',
      anchors: ['storyblok'],
      pattern: assigned('storyblok', '', '[A-Za-z0-9_-]{22}tt-\\d{3,9}-[A-Za-z0-9_-]{18,24}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Change or delete everything in your spaces.',
      samples: {
        yes: [
          'STORYBLOK_MANAGEMENT_TOKEN={alnum:22}tt-{digit:6}-{alnum:20}',
          "storyblokManagementToken: '{alnum:22}tt-{digit:6}-{alnum:20}'",
        ],
        no: [
          'STORYBLOK_MANAGEMENT_TOKEN=your_storyblok_management_token',
          'checksum = "{alnum:22}tt-{digit:6}-{alnum:20}"',
        ],
      },
    },
    {
      id: 'storyblok-delivery-token',
      name: 'Storyblok content token',
      anchors: ['storyblok'],
      pattern: assigned('storyblok', '', '[A-Za-z0-9]{22}tt'),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'its access level is public, not preview',
      power: 'limited',
      impact: 'Read your published content; a preview token reads drafts too.',
      samples: {
        yes: ['STORYBLOK_TOKEN={alnum:22}tt', "storyblokToken: '{alnum:22}tt'"],
        no: ['STORYBLOK_TOKEN=your_storyblok_token', 'checksum = "{alnum:22}tt"', 'STORYBLOK_TOKEN={alnum:25}tt'],
      },
    },
  ],
});
