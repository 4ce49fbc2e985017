import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ovh',
  name: 'OVHcloud',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://www.ovh.com/auth/api/createToken',
  },
  rules: [
    {
      id: 'ovh-application-secret',
      name: 'OVH application secret',
      anchors: ['ovh'],
      pattern: assigned(String.raw`\bovh(?![a-z]{1,4}ead)`, KEY, '[0-9A-Za-z]{32}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With the application key and the consumer key: manage your domains, DNS and servers.',
      samples: {
        yes: ['OVH_APPLICATION_SECRET={alnum:32}', 'ovh: { consumerKey: "{alnum:32}" }'],
        no: ['OVH_APPLICATION_SECRET=secret', 'OVH_ENDPOINT={alnum:32}'],
      },
    },
  ],
});
