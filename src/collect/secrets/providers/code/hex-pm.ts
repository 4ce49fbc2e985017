import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'hex-pm',
  name: 'Hex.pm',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://hex.pm/dashboard/keys' },
  rules: [
    {
      id: 'hex-pm-api-key',
      name: 'Hex.pm API key',
      anchors: ['hex_api_key', 'hexapikey', 'hexpm', 'hex_pm', 'hex.pm'],
      pattern: assigned('(?<![a-z])hex(?=[_.-]?(?:api[_.-]?key|pm))', 'key', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Publish a poisoned version of your Elixir packages.',
      samples: {
        yes: ['HEX_API_KEY={hex:32}', "hexApiKey: '{hex:32}'"],
        no: ['HEX_API_KEY=your_hex_api_key', 'checksum = "{hex:32}"', 'HEX_API_KEY={hex:35}'],
      },
    },
  ],
});
