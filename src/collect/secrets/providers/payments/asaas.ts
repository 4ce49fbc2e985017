import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'asaas',
  name: 'Asaas',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://www.asaas.com/customerApiAccessToken/index' },
  rules: [
    {
      id: 'asaas-api-key',
      name: 'Asaas API key',
      anchors: ['$aact_prod_'],
      pattern: /(\$aact_prod_[A-Za-z0-9_-]{20,220}={0,2})(?![A-Za-z0-9_=-])/,
      power: 'money',
      impact: 'Charge, refund and send your balance out by Pix, and read every customer.',
      verify: {
        url: 'https://api.asaas.com/v3/myAccount/commercialInfo/',
        headers: { access_token: '${secret}', 'user-agent': 'launch-ready' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['ASAAS_API_KEY=$aact_prod_{alnum:152}', "access_token: '$aact_prod_{alnum:40}'"],
        no: ['$aact_prod_...', '$aact_prod_{alnum:9}'],
      },
    },
    {
      id: 'asaas-sandbox-key',
      name: 'Asaas sandbox API key',
      anchors: ['$aact_hmlg_'],
      pattern: /(\$aact_hmlg_[A-Za-z0-9_-]{20,220}={0,2})(?![A-Za-z0-9_=-])/,
      power: 'limited',
      testMode: true,
      impact: 'Play with the sandbox; no real money moves.',
      samples: {
        yes: ['ASAAS_API_KEY="$aact_hmlg_{alnum:152}"', '$aact_hmlg_{alnum:40}'],
        no: ['$aact_hmlg_your_key', '$aact_hmlg_{alnum:6}'],
      },
    },
  ],
});
