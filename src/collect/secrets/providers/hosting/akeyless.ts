import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'akeyless',
  name: 'Akeyless',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://console.akeyless.io',
  },
  rules: [
    {
      id: 'akeyless-access-key',
      name: 'Akeyless access key',
      anchors: ['akeyless'],
      pattern: assigned('akeyless', 'access_?key', '[0-9A-Za-z+/]{43}='),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With its access id, read every secret that the role opens.',
      samples: {
        yes: ['AKEYLESS_ACCESS_KEY={base64:43}=', 'akeyless: { accessKey: "{base64:43}=" }'],
        no: ['AKEYLESS_ACCESS_ID=p-{lower:14}', 'AKEYLESS_ACCESS_KEY=key'],
      },
    },
  ],
});
