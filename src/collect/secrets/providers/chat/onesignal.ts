import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'onesignal',
  name: 'OneSignal',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://documentation.onesignal.com/docs/keys-and-ids' },
  rules: [
    {
      id: 'onesignal-api-key',
      name: 'OneSignal API key',
      anchors: ['os_v2_app_', 'os_v2_org_'],
      pattern: /\b(os_v2_(?:app|org)_[a-z0-9]{103})(?![\w-])/,
      power: 'messages',
      impact: 'Push notifications, e-mails and texts to every user who subscribed.',
      samples: {
        yes: ['ONESIGNAL_REST_API_KEY=os_v2_app_{lower:103}', 'key: "os_v2_org_{lower:103}"'],
        no: ['os_v2_app_short', 'os_v2_app_{lower:103}{lower:3}'],
      },
    },
    {
      id: 'onesignal-legacy-api-key',
      name: 'OneSignal REST API key (older form)',
      anchors: ['onesignal', 'one_signal'],
      pattern: assigned('one[_.-]?signal', 'key', '[A-Za-z0-9]{48}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Push notifications to every user who subscribed.',
      samples: {
        yes: ['ONESIGNAL_REST_API_KEY={alnum:48}', "onesignalRestApiKey: '{alnum:48}'"],
        no: [
          'ONESIGNAL_REST_API_KEY=your_onesignal_rest_api_key',
          'checksum = "{alnum:48}"',
          'ONESIGNAL_REST_API_KEY={alnum:51}',
        ],
      },
    },
  ],
});
