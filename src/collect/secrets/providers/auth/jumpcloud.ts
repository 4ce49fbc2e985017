import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'jumpcloud',
  name: 'JumpCloud',
  category: 'auth',
  rotation: { kind: 'instant', at: 'https://console.jumpcloud.com/' },
  rules: [
    {
      id: 'jumpcloud-api-key',
      name: 'JumpCloud API key',
      anchors: ['jumpcloud', 'jca_'],
      pattern: assigned('jumpcloud|x-api-key.{0,4}jca_', 'key|token|secret', '(?:jca_[A-Za-z0-9]{36}|[A-Za-z0-9]{40})'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Act as the administrator who made it: users, devices and what they may open.',
      verify: {
        url: 'https://console.jumpcloud.com/api/systemusers?limit=1',
        headers: { 'x-api-key': '{secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['JUMPCLOUD_API_KEY={alnum:40}', 'jumpcloud: { apiKey: "jca_{alnum:36}" }'],
        no: ['JUMPCLOUD_API_KEY=your_api_key', 'API_KEY={alnum:40}'],
      },
    },
  ],
});
