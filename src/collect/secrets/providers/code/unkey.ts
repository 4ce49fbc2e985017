import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'unkey',
  name: 'Unkey',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.unkey.com/settings/root-keys' },
  rules: [
    {
      id: 'unkey-root-key',
      name: 'Unkey root key',
      anchors: ['unkey_'],
      pattern: /\b(unkey_(?=[A-Za-z]{0,30}\d)[A-Za-z0-9]{22,32})(?![\w-])/,
      power: 'identity',
      impact: "Make API keys for your own API, or revoke your customers'.",
      samples: {
        yes: ['UNKEY_ROOT_KEY=unkey_3Za{alnum:21}', '"unkey_3K{alnum:22}"'],
        no: ['unkey_root_key', 'unkey_api'],
      },
    },
  ],
});
