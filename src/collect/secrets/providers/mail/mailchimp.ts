import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mailchimp',
  name: 'Mailchimp',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://us1.admin.mailchimp.com/account/api/',
  },
  rules: [
    {
      id: 'mailchimp-api-key',
      name: 'Mailchimp Marketing API key',
      anchors: ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7', '-us8', '-us9'],
      pattern: /(?<![\w-])([0-9a-f]{32}-us[1-9]\d?)(?![\w-])/,
      reach: [40, 8],
      power: 'data',
      impact: 'Read and export every subscriber of your lists, and send campaigns to them.',
      samples: {
        yes: ['MAILCHIMP_API_KEY={hex:32}-us14', "mailchimp.setConfig({ apiKey: '{hex:32}-us6', server: 'us6' })"],
        no: ['region-us1', '{hex:20}-us14', '{hex:32}-us-east-1'],
      },
    },
  ],
});
