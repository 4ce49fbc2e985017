import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'opsgenie',
  name: 'Opsgenie',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://support.atlassian.com/opsgenie/docs/api-key-management/' },
  rules: [
    {
      id: 'opsgenie-api-key',
      name: 'Opsgenie API key',
      anchors: ['opsgenie', 'ops_genie'],
      pattern: assigned('ops[_.-]?genie', KEY, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Page your team with made-up alerts, or close real ones.',
      verify: {
        url: 'https://api.opsgenie.com/v2/account',
        headers: { authorization: 'GenieKey {secret}' },
        live: [200, 403],
        dead: [],
      },
      samples: {
        yes: ['OPSGENIE_API_KEY={uuid}', "opsgenieApiKey: '{uuid}'"],
        no: ['OPSGENIE_API_KEY=your_opsgenie_api_key', 'checksum = "{uuid}"'],
      },
    },
  ],
});
