import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ebay',
  name: 'eBay',
  category: 'commerce',
  rotation: {
    kind: 'grace',
    at: 'https://developer.ebay.com/my/keys',
    notes: ['Rotate (Reset) Cert ID keeps the old one for a time you choose: choose none when it has leaked.'],
  },
  rules: [
    {
      id: 'ebay-client-secret',
      name: 'eBay Cert ID (client secret)',
      anchors: ['PRD-'],
      pattern:
        /(?<![\w-])(PRD-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}|PRD-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{4,12})(?![\w-])/,
      power: 'data',
      impact: 'With the App ID: act as your eBay app and refresh the tokens of the sellers who linked it.',
      samples: {
        yes: [
          'EBAY_CERT_ID=PRD-{hex:12}-{hex:4}-{hex:4}-{hex:4}-{hex:4}',
          'clientSecret: "PRD-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:8}"',
        ],
        no: ['PRD-0123', 'SBX-{hex:12}-{hex:4}-{hex:4}-{hex:4}-{hex:4}', 'Acme-Shop-PRD-{hex:9}-{hex:8}'],
      },
    },
    {
      id: 'ebay-sandbox-secret',
      name: 'eBay sandbox Cert ID',
      anchors: ['SBX-'],
      pattern:
        /(?<![\w-])(SBX-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}|SBX-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{4,12})(?![\w-])/,
      power: 'limited',
      testMode: true,
      impact: 'Play with the sandbox.',
      samples: {
        yes: [
          'EBAY_CERT_ID=SBX-{hex:12}-{hex:4}-{hex:4}-{hex:4}-{hex:4}',
          "'SBX-{hex:12}-{hex:4}-{hex:4}-{hex:4}-{hex:4}'",
        ],
        no: ['SBX-your-cert', 'SBX-{hex:4}'],
      },
    },
    {
      id: 'ebay-user-token',
      name: 'eBay user token',
      anchors: ['v^1.1#i^1#'],
      pattern: /(v\^1\.1#i\^1#[A-Za-z0-9^#]{1,60}#t\^[A-Za-z0-9+/=]{80,3000})(?![A-Za-z0-9+/=])/,
      reach: [4, 3200],
      power: 'data',
      impact: 'Act as the seller who signed in: read buyers and change listings and orders.',
      samples: {
        yes: [
          'EBAY_REFRESH_TOKEN=v^1.1#i^1#r^1#f^0#p^3#I^3#t^{base64:200}',
          '"token": "v^1.1#i^1#f^0#p^3#r^0#I^3#t^H4sI{base64:900}"',
        ],
        no: ['v^1.1#i^1#...', 'v^1.1#i^1#t^abc'],
      },
    },
  ],
});
