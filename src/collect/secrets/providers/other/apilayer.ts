import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'apilayer',
  name: 'APILayer (Fixer, Currencylayer, Positionstack ...)',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://apilayer.com/account' },
  rules: [
    {
      id: 'apilayer-access-key',
      name: 'APILayer key',
      anchors: [
        'apilayer',
        'fixer_api',
        'fixer_key',
        'currencylayer',
        'positionstack',
        'exchangeratesapi',
        'aviationstack',
        'mediastack',
        'weatherstack',
        'numverify',
        'screenshotlayer',
      ],
      pattern: assigned(
        'apilayer|fixer(?=[_.-]?(?:api|key|io))|currencylayer|positionstack|exchangeratesapi|aviationstack|mediastack|weatherstack|numverify|screenshotlayer',
        KEY,
        '[0-9a-f]{32}|[A-Za-z0-9]{32}',
      ),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Use the API on your quota.',
      samples: {
        yes: [
          'APILAYER_API_KEY={alnum:32}',
          "apilayerApiKey: '{alnum:32}'",
          'WEATHERSTACK_API_KEY={hex:32}',
          'FIXER_API_KEY={hex:32}',
        ],
        no: ['APILAYER_API_KEY=your_apilayer_api_key', 'checksum = "{alnum:32}"'],
      },
    },
  ],
});
