import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'n8n',
  name: 'n8n',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://docs.n8n.io/api/authentication/' },
  rules: [
    {
      id: 'n8n-api-key',
      name: 'n8n API key',
      anchors: ['n8n_api', 'n8n-api', 'n8napi'],
      pattern: assigned(
        'n8n',
        'api[_.-]?key',
        'n8n_api_[0-9a-f]{80}|eyJ[\\w-]{10,200}\\.eyJ[\\w-]{30,800}\\.[\\w-]{40,700}',
      ),
      reach: [48, 900],
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read and change your workflows, and run them with the keys stored in them.',
      samples: {
        yes: [
          'N8N_API_KEY={jwt:{"iss":"n8n","aud":"public-api"}}',
          'n8nApiKey: \'{jwt:{"iss":"n8n","aud":"public-api"}}\'',
        ],
        no: ['N8N_API_KEY=your_n8n_api_key', 'checksum = "{jwt:{"iss":"n8n","aud":"public-api"}}"'],
      },
    },
  ],
});
