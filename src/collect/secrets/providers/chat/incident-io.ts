import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'incident-io',
  name: 'incident.io',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://app.incident.io/settings/api-keys' },
  rules: [
    {
      id: 'incident-io-api-key',
      name: 'incident.io API key',
      anchors: ['incident_io', 'incident-io', 'incidentio', 'incident.io'],
      pattern: assigned('incident[_.-]?io', KEY, 'inc_(?:live_)?[0-9a-f]{64}|[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read and change your incidents.',
      verify: {
        url: 'https://api.incident.io/v1/identity',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['INCIDENT_IO_API_KEY={hex:64}', "incidentIoApiKey: '{hex:64}'"],
        no: ['INCIDENT_IO_API_KEY=your_incident_io_api_key', 'checksum = "{hex:64}"'],
      },
    },
  ],
});
