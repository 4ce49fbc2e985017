import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'dotenv-vault',
  name: 'dotenv and dotenvx',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://dotenvx.com/docs',
    notes: [
      'The key decrypts every version of the encrypted file in the history: rotate each value in it, then `dotenvx rotate`.',
    ],
  },
  rules: [
    {
      id: 'dotenv-vault-key',
      name: 'dotenv-vault key',
      anchors: ['dotenv://:key_'],
      pattern: /dotenv:\/\/:key_([0-9a-f]{64})@[\w.-]{3,80}\//,
      power: 'infrastructure',
      impact: 'Decrypt every value of the environment’s .env.vault: database, payments, mail.',
      samples: {
        yes: [
          'DOTENV_KEY=dotenv://:key_{hex:64}@dotenv.org/vault/.env.vault?environment=production',
          'DOTENV_KEY="dotenv://:key_{hex:64}@dotenv.org/vault/.env.vault?environment=ci"',
        ],
        no: ['dotenv://:key_1234@dotenv.org/vault/.env.vault?environment=production', 'DOTENV_KEY='],
      },
    },
    {
      id: 'dotenv-vault-private-key',
      name: 'dotenvx private key',
      anchors: ['dotenv_private_key'],
      pattern: assigned('dotenv(?=_private_key)', 'key', '[0-9a-f]{64}'),
      power: 'infrastructure',
      impact: 'Decrypt every value of the encrypted .env file: database, payments, mail.',
      samples: {
        yes: ['DOTENV_PRIVATE_KEY={hex:64}', 'DOTENV_PRIVATE_KEY_PRODUCTION="{hex:64}"'],
        no: ['DOTENV_PUBLIC_KEY=02{hex:64}', 'DOTENV_PRIVATE_KEY=your-key'],
      },
    },
  ],
});
