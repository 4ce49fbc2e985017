import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'clicksend',
  name: 'ClickSend',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://dashboard.clicksend.com/account/subaccounts' },
  rules: [
    {
      id: 'clicksend-api-key',
      name: 'ClickSend API key',
      anchors: ['clicksend', 'click_send'],
      pattern: assigned(
        'click[_.-]?send',
        'key|password',
        '[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}',
      ),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Send texts, letters and calls on your balance.',
      samples: {
        yes: ['CLICKSEND_API_KEY={uuid}', "clicksendApiKey: '{uuid}'"],
        no: ['CLICKSEND_API_KEY=your_clicksend_api_key', 'checksum = "{uuid}"'],
      },
    },
  ],
});
