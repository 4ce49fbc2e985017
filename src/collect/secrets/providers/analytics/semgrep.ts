import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'semgrep',
  name: 'Semgrep',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://semgrep.dev/orgs/-/settings/tokens' },
  rules: [
    {
      id: 'semgrep-app-token',
      name: 'Semgrep app token',
      anchors: ['semgrep'],
      pattern: assigned('semgrep', 'token', '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read the findings in your code and upload made-up ones.',
      samples: {
        yes: ['SEMGREP_APP_TOKEN={hex:64}', "semgrepAppToken: '{hex:64}'"],
        no: ['SEMGREP_APP_TOKEN=your_semgrep_app_token', 'checksum = "{hex:64}"', 'SEMGREP_APP_TOKEN={hex:67}'],
      },
    },
  ],
});
