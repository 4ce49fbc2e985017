import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'lark',
  name: 'Lark / Feishu',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://open.larksuite.com/app' },
  rules: [
    {
      id: 'lark-app-secret',
      name: 'Lark app secret',
      anchors: ['lark_app', 'lark_secret', 'larkapp', 'lark-app', 'feishu'],
      pattern: assigned('(?:lark|feishu)', 'secret', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: "Act as your app in the company's Lark: read contacts, documents and chats it may see.",
      samples: {
        yes: ['LARK_APP_SECRET={alnum:32}', "larkAppSecret: '{alnum:32}'", 'FEISHU_APP_SECRET={alnum:32}'],
        no: ['LARK_APP_SECRET=your_lark_app_secret', 'checksum = "{alnum:32}"', 'LARK_APP_SECRET={alnum:35}'],
      },
    },
    {
      id: 'lark-webhook',
      name: 'Lark bot webhook',
      anchors: ['open.feishu.cn/open-apis', 'open.larksuite.com/open-apis'],
      pattern: /open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/v2\/hook\/([0-9a-f-]{36})(?![\w-])/i,
      power: 'messages',
      impact: 'Post anything into your Lark group.',
      samples: {
        yes: [
          'https://open.feishu.cn/open-apis/bot/v2/hook/{uuid}',
          '"https://open.larksuite.com/open-apis/bot/v2/hook/{uuid}"',
        ],
        no: ['https://open.feishu.cn/open-apis/bot/v2/hook/xxxxxxxx'],
      },
    },
  ],
});
