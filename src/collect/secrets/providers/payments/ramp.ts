import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ramp',
  name: 'Ramp',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://app.ramp.com/settings/developer' },
  rules: [
    {
      id: 'ramp-client-secret',
      name: 'Ramp client secret',
      anchors: ['ramp_sec_'],
      pattern: /\b(ramp_sec_[A-Za-z0-9]{48})(?![A-Za-z0-9])/,
      power: 'money',
      impact: "With the client id: read your company's cards and spending and issue cards, as far as the app may.",
      samples: {
        yes: ['RAMP_CLIENT_SECRET=ramp_sec_{alnum:48}', "clientSecret: 'ramp_sec_{alnum:48}'"],
        no: ['ramp_sec_your_secret', 'ramp_sec_{alnum:20}', 'ramp_id_{alnum:40}'],
      },
    },
  ],
});
