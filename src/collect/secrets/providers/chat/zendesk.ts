import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'zendesk',
  name: 'Zendesk',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://support.zendesk.com/hc/en-us/articles/4408889192858' },
  rules: [
    {
      id: 'zendesk-api-token',
      name: 'Zendesk API token',
      anchors: ['zendesk'],
      pattern: assigned('zendesk', 'token|key|secret|password', '[A-Za-z0-9]{40}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every support ticket and customer, and answer in your name.',
      samples: {
        yes: ['ZENDESK_API_TOKEN={alnum:40}', "zendeskApiToken: '{alnum:40}'"],
        no: ['ZENDESK_API_TOKEN=your_zendesk_api_token', 'checksum = "{alnum:40}"', 'ZENDESK_API_TOKEN={alnum:43}'],
      },
    },
    {
      id: 'zendesk-oauth-secret',
      name: 'Zendesk OAuth client or messaging secret',
      anchors: ['zendesk'],
      pattern: assigned('zendesk', 'secret|token', '[0-9a-f]{64}|[A-Za-z0-9_-]{86}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Act as your Zendesk app, or sign in to its messenger as any customer.',
      samples: {
        yes: ['ZENDESK_OAUTH_SECRET={hex:64}', "zendeskOauthSecret: '{hex:64}'"],
        no: ['ZENDESK_OAUTH_SECRET=your_zendesk_oauth_secret', 'checksum = "{hex:64}"'],
      },
    },
  ],
});
