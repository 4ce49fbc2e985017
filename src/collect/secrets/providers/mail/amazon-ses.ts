import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'amazon-ses',
  name: 'Amazon SES',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://console.aws.amazon.com/ses/home#/smtp',
    notes: ['The SMTP password is made from an IAM user’s secret: delete that user’s access key to end it.'],
  },
  rules: [
    {
      id: 'amazon-ses-smtp-password',
      name: 'Amazon SES SMTP password',
      anchors: ['smtp_pass', 'smtp-pass', 'smtppass', 'ses_', 'email-smtp', 'mail_pass', 'email_pass'],
      pattern:
        /(?:smtp[_-]?pass|(?:e?mail|ses)_[\w]{0,16}pass|ses_[\w]{0,16}secret|email-smtp\.[\s\S]{0,160}?pass)\w{0,16}["']{0,2}[ \t]{0,4}[:=,][ \t]{0,4}["'\x60]?(B[A-P][0-9A-Za-z+/]{42})(?![\w+/=-])/i,
      reach: [16, 420],
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send mail as your domain at AWS prices: phishing to your customers, and your account suspended for it.',
      pairsWith: ['aws-access-key-id'],
      samples: {
        yes: [
          'SMTP_PASSWORD=BA{base64:42}',
          "host: 'email-smtp.eu-west-1.amazonaws.com', port: 587, auth: { user: 'x', pass: 'BM{base64:42}' }",
        ],
        no: ['SMTP_PASSWORD=Bad', 'SMTP_PASSWORD={base64:30}'],
      },
    },
  ],
});
