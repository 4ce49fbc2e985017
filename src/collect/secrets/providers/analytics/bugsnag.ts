import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bugsnag',
  name: 'BugSnag',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.bugsnag.com/settings/' },
  rules: [
    {
      id: 'bugsnag-api-key',
      name: 'BugSnag notifier API key',
      anchors: ['bugsnag'],
      pattern: assigned('bugsnag', 'key', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Send made-up errors; it reads nothing.',
      samples: {
        yes: ['BUGSNAG_API_KEY={hex:32}', "bugsnagApiKey: '{hex:32}'"],
        no: ['BUGSNAG_API_KEY=your_bugsnag_api_key', 'checksum = "{hex:32}"', 'BUGSNAG_API_KEY={hex:35}'],
      },
    },
    {
      id: 'bugsnag-auth-token',
      name: 'BugSnag personal auth token',
      anchors: ['bugsnag'],
      pattern: assigned(
        'bugsnag',
        'token',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{36,40}',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every error with its customer data.',
      samples: {
        yes: ['BUGSNAG_AUTH_TOKEN={uuid}', "bugsnagAuthToken: '{uuid}'"],
        no: ['BUGSNAG_AUTH_TOKEN=your_bugsnag_auth_token', 'checksum = "{uuid}"'],
      },
    },
  ],
});
