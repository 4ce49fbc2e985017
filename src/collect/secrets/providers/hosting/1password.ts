import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: '1password',
  name: '1Password',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://start.1password.com/developer-tools/infrastructure-secrets/serviceaccount',
    notes: ['Every item of the vaults that it opens counts as exposed.'],
  },
  rules: [
    {
      id: '1password-service-account-token',
      name: '1Password service account token',
      anchors: ['ops_eyJ'],
      pattern: /(?<![0-9A-Za-z])(ops_eyJ[0-9A-Za-z+/_-]{250,1400}={0,3})(?![\w+/=-])/,
      reach: [4, 1500],
      power: 'infrastructure',
      impact: 'Read every item of the vaults that the service account opens.',
      samples: {
        yes: ['OP_SERVICE_ACCOUNT_TOKEN=ops_eyJ{base64:640}', '"ops_eyJ{base64:700}=="'],
        no: ['ops_eyJ...', 'ops_eyJ{alnum:20}'],
      },
    },
    {
      id: '1password-secret-key',
      name: '1Password account secret key',
      anchors: afterDelimiter('A3-'),
      pattern: /(?<![\w.-])(A3-[0-9A-Z]{6}-(?:[0-9A-Z]{11}|[0-9A-Z]{6}-[0-9A-Z]{5})(?:-[0-9A-Z]{5}){3})(?![\w-])/,
      power: 'identity',
      impact: 'Half of a person’s login: with the account password, all of their vaults.',
      samples: {
        yes: [
          'OP_SECRET_KEY=A3-{upper:6}-{upper:6}-{upper:5}-{upper:5}-{upper:5}-{upper:5}',
          'secretKey: "A3-{upper:6}-{upper:11}-{upper:5}-{upper:5}-{upper:5}"',
        ],
        no: ['A3-XXXXXX-XXXXXX-XXXXX-XXXXX-XXXXX-XXXXX', 'size: A3-{digit:6}'],
      },
    },
  ],
});
