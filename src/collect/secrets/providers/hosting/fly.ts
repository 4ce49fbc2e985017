import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'fly',
  name: 'Fly.io',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://fly.io/tokens/create',
    notes: ['Make a deploy token of one app (`fly tokens create deploy`) and revoke the old with `fly tokens revoke`.'],
  },
  rules: [
    {
      id: 'fly-access-token',
      name: 'Fly.io access token',
      anchors: ['fo1_'],
      pattern: /\b(fo1_[\w-]{43})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      samples: {
        yes: ['FLY_API_TOKEN=fo1_{base64url:42}a', 'Bearer fo1_{base64url:42}b'],
        no: ['fo1_xxx', 'fo1_{alnum:12}'],
      },
    },
    {
      id: 'fly-macaroon',
      name: 'Fly.io token',
      anchors: ['fm1r_', 'fm1a_', 'fm2_'],
      pattern:
        /(?<![0-9A-Za-z])(fm(?:1[ar]|2)_[0-9A-Za-z+/]{100,3000}={0,3}(?:,fm(?:1[ar]|2)_[0-9A-Za-z+/]{100,3000}={0,3}){0,4})(?![0-9A-Za-z+/=])/,
      reach: [2600, 6200],
      power: 'infrastructure',
      impact: 'Deploy to the app or organization that it names, and read its secrets from inside a machine.',
      samples: {
        yes: ['FLY_API_TOKEN="FlyV1 fm2_{base64:600}=="', 'FLY_API_TOKEN=fm2_{base64:400},fm2_{base64:300}='],
        no: ['fm2_xxx', 'fm2_{base64:20}'],
      },
    },
  ],
});
