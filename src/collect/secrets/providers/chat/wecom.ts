import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'wecom',
  name: 'WeCom and WeChat',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://mp.weixin.qq.com/' },
  rules: [
    {
      id: 'wecom-webhook',
      name: 'WeCom bot webhook',
      anchors: ['qyapi.weixin.qq.com/cgi-bin/webhook'],
      pattern: /qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=([0-9a-f-]{36})(?![\w-])/i,
      power: 'messages',
      impact: 'Post anything into your WeCom group.',
      samples: {
        yes: ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={uuid}'],
        no: ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=xxx'],
      },
    },
    {
      id: 'wecom-app-secret',
      name: 'WeChat app secret',
      anchors: ['wechat', 'weixin', 'wx_app', 'wx_secret', 'wxapp'],
      pattern: assigned('(?:wechat|weixin|wx)', 'secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Sign people in as your WeChat app and read their profiles.',
      samples: {
        yes: ['WECHAT_APP_SECRET={hex:32}', "wechatAppSecret: '{hex:32}'"],
        no: ['WECHAT_APP_SECRET=your_wechat_app_secret', 'checksum = "{hex:32}"', 'WECHAT_APP_SECRET={hex:35}'],
      },
    },
  ],
});
