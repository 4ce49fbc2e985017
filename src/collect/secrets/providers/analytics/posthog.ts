import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'posthog',
  name: 'PostHog',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://us.posthog.com/settings/user-api-keys' },
  rules: [
    {
      id: 'posthog-personal-api-key',
      name: 'PostHog personal API key',
      anchors: ['phx_'],
      pattern: /\b(phx_[A-Za-z0-9_-]{40,60})(?![\w-])/,
      power: 'data',
      impact: 'Read every event and person in your analytics, and delete them.',
      verify: {
        url: 'https://us.posthog.com/api/users/@me/',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [],
      },
      samples: {
        yes: ['POSTHOG_API_KEY=phx_{alnum:47}', 'personalApiKey: "phx_{alnum:43}"'],
        no: ['phx_your_key', 'phx_{alnum:10}'],
      },
    },
    {
      id: 'posthog-secure-flags-key',
      name: 'PostHog feature flags secure key',
      anchors: ['phs_'],
      pattern: /\b(phs_[A-Za-z0-9_-]{40,60})(?![\w-])/,
      power: 'limited',
      impact: 'Read the definitions of your feature flags.',
      samples: { yes: ['POSTHOG_FLAGS_KEY=phs_{alnum:43}', '"phs_{alnum:43}"'], no: ['phs_', 'phs_{alnum:10}'] },
    },
    {
      id: 'posthog-project-api-key',
      name: 'PostHog project API key',
      anchors: ['phc_'],
      pattern: /\b(phc_[A-Za-z0-9_-]{38,60})(?![\w-])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Send made-up events; it reads nothing.',
      samples: {
        yes: ['NEXT_PUBLIC_POSTHOG_KEY=phc_{alnum:43}', "posthog.init('phc_{alnum:43}')"],
        no: ['phc_<your-key>', 'phc_{alnum:10}'],
      },
    },
  ],
});
