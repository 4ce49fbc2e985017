import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'amazon-selling-partner',
  name: 'Amazon Selling Partner (MWS, SP-API, Login with Amazon)',
  category: 'commerce',
  rotation: {
    kind: 'grace',
    at: 'https://sellercentral.amazon.com/sellingpartner/developerconsole',
    notes: [
      'Rotating the client secret keeps the old one for seven days; refresh tokens stay valid and are revoked by the seller.',
    ],
  },
  rules: [
    {
      id: 'amazon-selling-partner-client-secret',
      name: 'Login with Amazon client secret',
      anchors: ['amzn1.oa2-cs.v1.'],
      pattern: /\b(amzn1\.oa2-cs\.v1\.[0-9a-f]{64})(?![0-9a-zA-Z])/,
      power: 'data',
      impact:
        'With a refresh token: read orders and buyers of the sellers who linked your app and change their offers.',
      pairsWith: ['amazon-selling-partner-refresh-token'],
      samples: {
        yes: [
          'LWA_CLIENT_SECRET=amzn1.oa2-cs.v1.{hex:64}',
          'SELLING_PARTNER_APP_CLIENT_SECRET: "amzn1.oa2-cs.v1.{hex:64}"',
        ],
        no: ['amzn1.oa2-cs.v1.xxxxx', 'amzn1.oa2-cs.v1.{hex:20}', 'amzn1.application-oa2-client.{hex:32}'],
      },
    },
    {
      id: 'amazon-selling-partner-refresh-token',
      name: 'Login with Amazon token',
      anchors: ['Atzr|', 'Atza|'],
      pattern: /\b(Atz[ra]\|[A-Za-z0-9_+/-]{60,2000}={0,2})(?![A-Za-z0-9_+/=-])/,
      reach: [8, 2100],
      power: 'data',
      impact: 'With the client secret: read orders and buyers of the seller and change their offers.',
      samples: {
        yes: ['SP_API_REFRESH_TOKEN=Atzr|IwEB{alnum:330}', '"refresh_token": "Atzr|IwEB{base64url:400}a"'],
        no: ['Atzr|...', 'Atzr|{alnum:20}', 'Atzr|your_refresh_token'],
      },
    },
    {
      id: 'amazon-selling-partner-legacy-secret',
      name: 'Login with Amazon client secret',
      anchors: ['lwa_', 'sp_api', 'spapi', 'selling_partner', 'sellingpartner'],
      pattern: assigned('\\blwa|sp_?api|selling_?partner', 'secret', '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact:
        'With a refresh token: read orders and buyers of the sellers who linked your app and change their offers.',
      samples: {
        yes: ['LWA_CLIENT_SECRET={hex:64}', "spApi: { clientSecret: '{hex:64}' }"],
        no: ['LWA_CLIENT_SECRET=your-client-secret', 'CLIENT_SECRET={hex:64}'],
      },
    },
    {
      id: 'amazon-selling-partner-mws-token',
      name: 'Amazon MWS auth token',
      anchors: ['amzn.mws.'],
      pattern: /\b(amzn\.mws\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-zA-Z-])/,
      power: 'data',
      impact: "Act on a seller's account through the old MWS interface, which Amazon has ended for most.",
      samples: {
        yes: ['MWS_AUTH_TOKEN=amzn.mws.{uuid}', 'mwsAuthToken: "amzn.mws.{uuid}"'],
        no: ['amzn.mws.your-token', 'amzn.mws.{hex:12}'],
      },
    },
  ],
});
