import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'confluent',
  name: 'Confluent',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://confluent.cloud/settings/api-keys' },
  rules: [
    {
      id: 'confluent-api-secret',
      name: 'Confluent Cloud API secret',
      anchors: ['cflt'],
      pattern: /(?<![A-Za-z0-9+/])(cflt[A-Za-z0-9+/]{60})(?![A-Za-z0-9+/=])/,
      power: 'data',
      impact: 'With its key: read and write the topics of your event stream.',
      samples: {
        yes: ['CONFLUENT_API_SECRET=cflt{alnum:60}', 'sasl.password=cflt{base64:60}'],
        no: ['cflt{alnum:20}', 'cflt-your-secret'],
      },
    },
    {
      id: 'confluent-legacy-secret',
      name: 'Confluent Cloud API secret',
      anchors: ['confluent'],
      pattern: assigned('confluent', 'secret|passw', '[A-Za-z0-9+/]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With its key: read and write the topics of your event stream.',
      samples: {
        yes: ['CONFLUENT_API_SECRET={alnum:64}', 'confluent:\n  key: ABCDEFGHIJKLMNOP\n  secret: {base64:63}a'],
        no: ['CONFLUENT_API_SECRET=your_secret', 'API_SECRET={alnum:64}', 'CONFLUENT_API_SECRET={alnum:20}'],
      },
    },
  ],
});
