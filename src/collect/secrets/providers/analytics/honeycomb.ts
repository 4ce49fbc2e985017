import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'honeycomb',
  name: 'Honeycomb',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://ui.honeycomb.io/account' },
  rules: [
    {
      id: 'honeycomb-ingest-key',
      name: 'Honeycomb ingest key',
      anchors: ['hcaik_', 'hcbik_', 'hcxik_', 'hcaic_'],
      pattern: /\b(hc[a-z]i[kc]_[a-z0-9]{54,64})(?![\w-])/,
      power: 'limited',
      impact: 'Send made-up traces on your quota; it reads nothing.',
      samples: {
        yes: ['HONEYCOMB_API_KEY=hcaik_{lower:58}', '"x-honeycomb-team": "hcaik_{lower:58}"'],
        no: ['hcaik_1234', 'hcaik_{lower:26}'],
      },
    },
    {
      id: 'honeycomb-api-key',
      name: 'Honeycomb API key',
      anchors: ['honeycomb'],
      pattern: assigned('honeycomb', 'key|token|secret|team', '[0-9a-f]{32}|[A-Za-z0-9]{22}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and send traces, and change boards, as far as its permissions go.',
      verify: {
        url: 'https://api.honeycomb.io/1/auth',
        headers: { 'x-honeycomb-team': '{secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['HONEYCOMB_API_KEY={alnum:22}', "honeycombApiKey: '{alnum:22}'", 'x-honeycomb-team: {hex:32}'],
        no: ['HONEYCOMB_API_KEY=your_honeycomb_api_key', 'checksum = "{alnum:22}"'],
      },
    },
  ],
});
