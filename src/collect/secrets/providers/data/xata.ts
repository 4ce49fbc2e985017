import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'xata',
  name: 'Xata',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://app.xata.io/settings' },
  rules: [
    {
      id: 'xata-api-key',
      name: 'Xata API key',
      anchors: ['xau_'],
      pattern: /\b(xau_[A-Za-z0-9]{30,44})(?![A-Za-z0-9_])/,
      power: 'data',
      impact: 'Read, change and delete every database of the workspace.',
      verify: {
        url: 'https://api.xata.io/workspaces',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['XATA_API_KEY=xau_{alnum:33}', "new XataClient({ apiKey: 'xau_{alnum:32}' })"],
        no: ['XATA_API_KEY=xau_xxxxxxxxxxxxx', 'xau_{alnum:12}', 'xau_yourapikey'],
      },
    },
  ],
});
