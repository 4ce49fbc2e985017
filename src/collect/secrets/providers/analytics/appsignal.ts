import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'appsignal',
  name: 'AppSignal',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://appsignal.com/accounts' },
  rules: [
    {
      id: 'appsignal-push-key',
      name: 'AppSignal push API key',
      anchors: ['appsignal'],
      pattern: assigned('appsignal', KEY, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send made-up errors and metrics.',
      samples: {
        yes: ['APPSIGNAL_PUSH_API_KEY={uuid}', "appsignalPushApiKey: '{uuid}'"],
        no: ['APPSIGNAL_PUSH_API_KEY=your_appsignal_push_api_key', 'checksum = "{uuid}"'],
      },
    },
  ],
});
