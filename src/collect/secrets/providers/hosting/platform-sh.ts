import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'platform-sh',
  name: 'Platform.sh (Upsun)',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://console.platform.sh/-/users/me/settings/tokens',
  },
  rules: [
    {
      id: 'platform-sh-api-token',
      name: 'Platform.sh API token',
      anchors: ['platformsh', 'platform_sh', 'upsun'],
      pattern: assigned('platform_?sh|upsun', 'token', String.raw`[\w-]{43}`),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      samples: {
        yes: ['PLATFORMSH_CLI_TOKEN={base64url:42}a', 'upsun_cli_token: "{alnum:43}"'],
        no: ['PLATFORMSH_CLI_TOKEN=token', 'UPSUN_PROJECT={alnum:13}'],
      },
    },
  ],
});
