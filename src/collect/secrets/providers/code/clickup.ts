import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'clickup',
  name: 'ClickUp',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://app.clickup.com/settings/apps' },
  rules: [
    {
      id: 'clickup-personal-token',
      name: 'ClickUp personal API token',
      anchors: ['pk_1', 'pk_2', 'pk_3', 'pk_4', 'pk_5', 'pk_6', 'pk_7', 'pk_8', 'pk_9'],
      pattern: /\b(pk_[1-9]\d{5,9}_[A-Z0-9]{32})(?![\w-])/,
      power: 'data',
      impact: 'Read and change every task the person can see.',
      verify: {
        url: 'https://api.clickup.com/api/v2/user',
        headers: { authorization: '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['CLICKUP_API_TOKEN=pk_82049739_{upper:32}', 'Authorization: pk_1204249_{upper:32}'],
        no: ['pk_1', 'pk_12345678_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX'],
      },
    },
  ],
});
