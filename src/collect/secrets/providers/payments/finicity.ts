import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'finicity',
  name: 'Finicity',
  category: 'payments',
  rotation: {
    kind: 'instant',
    at: 'https://developer.mastercard.com/dashboard',
    notes: ['The partner secret is changed by an API call with the old one: do it before whoever found it does.'],
  },
  rules: [
    {
      id: 'finicity-partner-secret',
      name: 'Finicity partner secret',
      anchors: ['finicity'],
      pattern: assigned('finicity', 'secret', '[A-Za-z0-9]{20}'),
      identifiedBy: 'context',
      power: 'data',
      impact: "With the app key: read your customers' bank accounts and transactions.",
      pairsWith: ['finicity-app-key'],
      samples: {
        yes: ['FINICITY_PARTNER_SECRET={alnum:20}', 'finicity:\n  partnerSecret: {alnum:20}'],
        no: ['FINICITY_PARTNER_SECRET=your_partner_secret', 'PARTNER_SECRET={alnum:20}'],
      },
    },
    {
      id: 'finicity-app-key',
      name: 'Finicity app key',
      anchors: ['finicity'],
      pattern: assigned('finicity', 'key|token', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: "With the partner secret: read your customers' bank accounts and transactions.",
      pairsWith: ['finicity-partner-secret'],
      samples: {
        yes: ['FINICITY_APP_KEY={hex:32}', "'Finicity-App-Key': '{hex:32}'"],
        no: ['FINICITY_APP_KEY=your_app_key', 'APP_KEY={hex:32}', 'FINICITY_APP_KEY={hex:20}'],
      },
    },
  ],
});
