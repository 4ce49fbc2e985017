import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'lightstep',
  name: 'Lightstep',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://docs.lightstep.com/docs/create-and-manage-access-tokens' },
  rules: [
    {
      id: 'lightstep-access-token',
      name: 'Lightstep access token',
      anchors: ['lightstep'],
      pattern: assigned('lightstep', KEY, '[A-Za-z0-9+/]{60,200}={0,2}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send made-up traces on your quota.',
      samples: {
        yes: ['LIGHTSTEP_ACCESS_TOKEN={base64:86}==', "lightstepAccessToken: '{base64:86}=='"],
        no: ['LIGHTSTEP_ACCESS_TOKEN=your_lightstep_access_token', 'checksum = "{base64:86}=="'],
      },
    },
  ],
});
