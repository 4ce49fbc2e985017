import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'coralogix',
  name: 'Coralogix',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/' },
  rules: [
    {
      id: 'coralogix-api-key',
      name: 'Coralogix API key',
      anchors: ['cxtp_', 'cxth_', 'cxup_'],
      pattern: /\b(cx(?:t[ph]|u[ph])_[A-Za-z0-9]{30})(?![\w-])/,
      power: 'data',
      impact: 'Send or search logs, as far as its permissions go.',
      samples: { yes: ['CORALOGIX_API_KEY=cxtp_{alnum:30}', '"cxtp_{alnum:30}"'], no: ['cxtp_short'] },
    },
    {
      id: 'coralogix-legacy-key',
      name: 'Coralogix key (older form)',
      anchors: ['coralogix'],
      pattern: assigned('coralogix', KEY, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send made-up logs.',
      samples: {
        yes: ['CORALOGIX_PRIVATE_KEY={uuid}', "coralogixPrivateKey: '{uuid}'"],
        no: ['CORALOGIX_PRIVATE_KEY=your_coralogix_private_key', 'checksum = "{uuid}"'],
      },
    },
  ],
});
