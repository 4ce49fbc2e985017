import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'unkey',
  name: 'Unkey',
  category: 'auth',
  rotation: { kind: 'overlap', at: 'https://app.unkey.com/settings/root-keys' },
  rules: [
    {
      id: 'unkey-root-key',
      name: 'Unkey root key',
      anchors: ['unkey_'],
      pattern: /\b(unkey_(?=[A-Za-z]{0,31}\d)[A-Za-z0-9]{20,32})(?![A-Za-z0-9_])/,
      power: 'identity',
      impact: 'Make, read and revoke the API keys you hand to your customers.',
      samples: {
        yes: ['UNKEY_ROOT_KEY=unkey_{alnum:24}', "new Unkey({ rootKey: 'unkey_{alnum:22}' })"],
        no: ['UNKEY_ROOT_KEY=unkey_xxxxxxxxxxxxxxxxxxxxxxxx', 'unkey_{alnum:8}', 'unkey_root_key'],
      },
    },
  ],
});
