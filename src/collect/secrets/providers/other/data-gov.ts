import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'data-gov',
  name: 'api.data.gov and NASA',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://api.data.gov/signup/' },
  rules: [
    {
      id: 'data-gov-api-key',
      name: 'api.data.gov key',
      anchors: ['data_gov', 'data.gov', 'datagov', 'nasa_api', 'nasaapi'],
      pattern: assigned('data[_.-]?gov|nasa[_.-]?(?=api)', KEY, '[A-Za-z0-9]{40}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask US government APIs on your quota.',
      samples: {
        yes: ['NASA_API_KEY={alnum:40}', "nasaApiKey: '{alnum:40}'"],
        no: ['NASA_API_KEY=your_nasa_api_key', 'checksum = "{alnum:40}"', 'NASA_API_KEY={alnum:43}'],
      },
    },
  ],
});
