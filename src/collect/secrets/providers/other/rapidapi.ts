import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'rapidapi',
  name: 'RapidAPI',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://rapidapi.com/developer/apps' },
  rules: [
    {
      id: 'rapidapi-key',
      name: 'RapidAPI key',
      anchors: ['msh'],
      pattern: /(?<![0-9A-Za-z])([0-9a-f]{10}msh[0-9a-f]{15}p1[0-9a-f]{5}jsn[0-9a-f]{12})(?![0-9A-Za-z])/,
      power: 'spend',
      impact: 'Call every API you subscribed to, on your bill.',
      samples: {
        yes: [
          'X-RapidAPI-Key: {hex:10}msh{hex:15}p1{hex:5}jsn{hex:12}',
          "'x-rapidapi-key': '{hex:10}msh{hex:15}p1{hex:5}jsn{hex:12}'",
        ],
        no: ['X-RapidAPI-Key: SIGN-UP-FOR-KEY', '{hex:10}msh{hex:15}'],
      },
    },
    {
      id: 'rapidapi-legacy-key',
      name: 'RapidAPI key (older form)',
      anchors: ['rapidapi', 'rapid_api', 'rapid-api'],
      pattern: assigned('rapid[_.-]?api', 'key', '[A-Za-z0-9]{50}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Call every API you subscribed to, on your bill.',
      samples: {
        yes: ['RAPIDAPI_KEY={alnum:50}', "rapidapiKey: '{alnum:50}'"],
        no: ['RAPIDAPI_KEY=your_rapidapi_key', 'checksum = "{alnum:50}"', 'RAPIDAPI_KEY={alnum:53}'],
      },
    },
  ],
});
