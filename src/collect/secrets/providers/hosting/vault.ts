import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'vault',
  name: 'HashiCorp Vault',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://developer.hashicorp.com/vault/docs/commands/token/revoke',
    notes: ['Revoking a token revokes its children and leases too.'],
  },
  rules: [
    {
      id: 'vault-service-token',
      name: 'Vault token',
      anchors: ['hvs.'],
      pattern: /(?<![\w.-])(hvs\.[\w-]{24,120})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Read every secret that its policies open.',
      samples: {
        yes: ['VAULT_TOKEN=hvs.CAESI{base64url:90}a', '"X-Vault-Token": "hvs.{alnum:24}"'],
        no: ['hvs.xxx', 'hvs.{alnum:8}'],
      },
    },
    {
      id: 'vault-batch-token',
      name: 'Vault batch token',
      anchors: ['hvb.'],
      pattern: /(?<![\w.-])(hvb\.[\w-]{90,300})(?![\w-])/,
      reach: [4, 340],
      power: 'infrastructure',
      impact: 'Read every secret that its policies open, until it expires; it cannot be revoked alone.',
      samples: {
        yes: ['VAULT_TOKEN=hvb.{base64url:140}a', 'token: "hvb.{alnum:160}"'],
        no: ['hvb.xxx', 'hvb.{alnum:12}'],
      },
    },
    {
      id: 'vault-recovery-token',
      name: 'Vault recovery token',
      anchors: ['hvr.'],
      pattern: /(?<![\w.-])(hvr\.[\w-]{24,120})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Read and change the raw storage of a Vault in recovery mode.',
      samples: { yes: ['VAULT_TOKEN=hvr.{alnum:28}', '"hvr.{alnum:40}"'], no: ['hvr.xxx', 'hvr.{alnum:6}'] },
    },
    {
      id: 'vault-legacy-token',
      name: 'Vault token',
      anchors: ['vault_token', 'x-vault-token', 'vault_dev_root', 'vaulttoken'],
      pattern: assigned('vault', 'token', String.raw`[sbr]\.[0-9A-Za-z]{24}`),
      power: 'infrastructure',
      impact: 'Read every secret that its policies open.',
      samples: {
        yes: ['VAULT_TOKEN=s.{alnum:24}', 'X-Vault-Token: s.{alnum:24}'],
        no: ['VAULT_TOKEN=root', 'VAULT_TOKEN=s.{alnum:6}'],
      },
    },
  ],
});
