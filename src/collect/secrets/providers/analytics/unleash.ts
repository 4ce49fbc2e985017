import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'unleash',
  name: 'Unleash',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://docs.getunleash.io/reference/api-tokens-and-client-keys' },
  rules: [
    {
      id: 'unleash-api-token',
      name: 'Unleash API token',
      anchors: ['unleash', ':development.', ':production.', ':staging.'],
      pattern:
        /(?:unleash[\w.-]{0,20}["']?[ \t]{0,4}[:=][ \t]{0,4}["'`]?(?:[\w*[\]-]{1,40}:)?|(?<![\w-])(?:\*|\[\]|[\w-]{1,40}):)((?:[a-z-]{3,20}|\*)\.[0-9a-f]{56,64})(?![\w-])/i,
      power: 'limited',
      impact: 'Read feature flags; an admin token switches them.',
      samples: {
        yes: ['UNLEASH_API_TOKEN=default:production.{hex:60}', "Authorization: '*:development.{hex:64}'"],
        no: ['default:development.unleash-insecure-api-token', 'a:b.{hex:40}'],
      },
    },
  ],
});
