import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cal-com',
  name: 'Cal.com',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.cal.com/settings/developer/api-keys' },
  rules: [
    {
      id: 'cal-com-api-key',
      name: 'Cal.com API key',
      anchors: ['cal_live_', 'cal_test_'],
      pattern: /\b(cal_(?:live|test)_[0-9a-f]{32})(?![\w-])/,
      power: 'data',
      impact: "Read every booking with the guest's name and e-mail, and cancel it.",
      verify: {
        url: 'https://api.cal.com/v2/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['CAL_API_KEY=cal_live_{hex:32}', '"cal_live_{hex:32}"'],
        no: ['cal_live_xxx', 'cal_live_{hex:8}'],
      },
    },
  ],
});
