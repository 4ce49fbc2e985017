import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'hetzner',
  name: 'Hetzner',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://console.hetzner.cloud/projects',
  },
  rules: [
    {
      id: 'hetzner-api-token',
      name: 'Hetzner Cloud API token',
      anchors: ['hcloud', 'hetzner'],
      pattern: assigned('hcloud|hetzner', KEY, '[0-9A-Za-z]{64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Create, read and destroy the servers, volumes and firewalls of the project.',
      verify: {
        url: 'https://api.hetzner.cloud/v1/locations',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['HCLOUD_TOKEN={alnum:64}', 'hetzner: { token: "{alnum:64}" }'],
        no: ['HCLOUD_TOKEN=token', 'HCLOUD_TOKEN={alnum:20}'],
      },
    },
    {
      id: 'hetzner-dns-token',
      name: 'Hetzner DNS token',
      anchors: ['hetzner'],
      pattern: assigned('hetzner', KEY, '[0-9A-Za-z]{32}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Change your DNS: send your visitors and mail elsewhere.',
      samples: {
        yes: ['HETZNER_DNS_TOKEN={alnum:32}', 'hetzner_api_key: "{alnum:32}"'],
        no: ['HETZNER_DNS_TOKEN=token', 'HETZNER_ZONE={alnum:32}'],
      },
    },
  ],
});
