import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'runpod',
  name: 'RunPod',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://console.runpod.io/user/settings',
  },
  rules: [
    {
      id: 'runpod-api-key',
      name: 'RunPod API key',
      anchors: ['rpa_'],
      pattern: /\b(rpa_[0-9A-Z]{40}[0-9A-Za-z]{6})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Start GPU machines on your bill, and read and delete what runs there.',
      verify: {
        url: 'https://rest.runpod.io/v1/pods',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['RUNPOD_API_KEY=rpa_{upper:40}{alnum:6}', 'Bearer rpa_{upper:40}{alnum:6}'],
        no: ['rpa_short', 'rpa_{lower:30}'],
      },
    },
  ],
});
