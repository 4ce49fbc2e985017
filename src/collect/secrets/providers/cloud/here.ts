import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'here',
  name: 'HERE',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://platform.here.com/access',
  },
  rules: [
    {
      id: 'here-access-key-secret',
      name: 'HERE access key secret',
      anchors: ['here.access.key.secret', 'here_access_key', 'here_secret'],
      pattern: assigned('here(?=[._](?:access|secret))', 'secret', String.raw`[\w-]{86}`),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'With its key id, use every HERE service on your bill.',
      samples: {
        yes: ['here.access.key.secret = {base64url:85}a', 'HERE_ACCESS_KEY_SECRET="{alnum:86}"'],
        no: ['here.access.key.secret = your-secret', 'HERE_ACCESS_KEY_ID={alnum:22}'],
      },
    },
    {
      id: 'here-api-key',
      name: 'HERE API key',
      anchors: ['here_api', 'hereapikey', 'here_maps', 'heremaps', 'here_key', 'hereapi.com', 'heremap'],
      pattern: assigned(
        String.raw`(?<![a-z])here(?=_?(?:maps?_?)?(?:api_?)?key)|hereapi\.com`,
        'key',
        String.raw`[\w-]{43}`,
      ),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'it is limited to your trusted domains',
      power: 'spend',
      impact: 'Unrestricted, use maps and geocoding on your bill.',
      samples: {
        yes: ['HERE_API_KEY={base64url:42}a', 'https://geocode.search.hereapi.com/v1/geocode?apiKey={alnum:43}'],
        no: ['HERE_API_KEY=your-key', 'where_key={alnum:43}'],
      },
    },
  ],
});
