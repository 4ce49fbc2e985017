import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'frameio',
  name: 'Frame.io',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://developer.frame.io/app/tokens' },
  rules: [
    {
      id: 'frameio-api-token',
      name: 'Frame.io token',
      anchors: ['fio-u-'],
      pattern: /\b(fio-u-[A-Za-z0-9_=-]{64})(?![\w=-])/,
      power: 'data',
      impact: "Read the person's videos and comments.",
      verify: {
        url: 'https://api.frame.io/v2/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: { yes: ['FRAMEIO_TOKEN=fio-u-{alnum:64}', '"fio-u-{base64url:64}"'], no: ['fio-u-short'] },
    },
  ],
});
