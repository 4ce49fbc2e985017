import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'digitalocean',
  name: 'DigitalOcean',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.digitalocean.com/account/api/tokens',
    notes: ['Give the new token custom scopes and an end date.'],
  },
  rules: [
    {
      id: 'digitalocean-access-token',
      name: 'DigitalOcean access token',
      anchors: ['dop_v1_'],
      pattern: /\b(dop_v1_[0-9a-f]{64})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Create, read and destroy your servers, databases and DNS.',
      verify: {
        url: 'https://api.digitalocean.com/v2/account',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['DIGITALOCEAN_TOKEN=dop_v1_{hex:64}', 'token: "dop_v1_{hex:64}"'],
        no: ['dop_v1_xxx', 'dop_v1_{hex:20}'],
      },
    },
    {
      id: 'digitalocean-oauth-token',
      name: 'DigitalOcean OAuth token',
      anchors: ['doo_v1_', 'dor_v1_'],
      pattern: /\b(do[or]_v1_[0-9a-f]{64})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Act in the account of the person who allowed the app, within its scopes.',
      samples: {
        yes: ['DO_OAUTH=doo_v1_{hex:64}', '"refresh_token": "dor_v1_{hex:64}"'],
        no: ['doo_v1_token', 'dor_v1_{hex:20}'],
      },
    },
    {
      id: 'digitalocean-spaces-secret',
      name: 'DigitalOcean Spaces secret key',
      anchors: ['spaces_', 'do_spaces', 'digitaloceanspaces', 'spacessecret'],
      pattern: assigned('spaces', 'secret', '[0-9A-Za-z+/]{43}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With its key id, read, change and delete every file of your Spaces.',
      pairsWith: ['digitalocean-spaces-id'],
      samples: {
        yes: ['SPACES_SECRET={base64:42}a', 'DO_SPACES_SECRET_KEY="{base64:42}b"'],
        no: ['SPACES_SECRET=secret', 'SPACES_SECRET={base64:20}'],
      },
    },
    {
      id: 'digitalocean-spaces-id',
      name: 'DigitalOcean Spaces access key',
      anchors: ['DO00', 'DO80'],
      pattern: /(?<![0-9A-Za-z])((?:DO00|DO80)[0-9A-Z]{16})(?![0-9A-Za-z])/,
      power: 'limited',
      impact: 'Half of a credential: with its secret, every file of your Spaces.',
      pairsWith: ['digitalocean-spaces-secret'],
      samples: { yes: ['SPACES_KEY=DO00{upper:16}', 'accessKeyId: "DO801{upper:15}"'], no: ['DO00', 'DO00{upper:6}'] },
    },
  ],
});
