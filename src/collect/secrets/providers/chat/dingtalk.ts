import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'dingtalk',
  name: 'DingTalk',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://open-dev.dingtalk.com/' },
  rules: [
    {
      id: 'dingtalk-webhook',
      name: 'DingTalk bot webhook',
      anchors: ['oapi.dingtalk.com/robot'],
      pattern: /oapi\.dingtalk\.com\/robot\/send\?access_token=([0-9a-f]{64})(?![\w-])/i,
      power: 'messages',
      impact: 'Post anything into your DingTalk group.',
      samples: {
        yes: ['https://oapi.dingtalk.com/robot/send?access_token={hex:64}'],
        no: ['https://oapi.dingtalk.com/robot/send?access_token=xxxxxxxx'],
      },
    },
    {
      id: 'dingtalk-robot-secret',
      name: 'DingTalk robot secret',
      anchors: ['dingtalk', 'ding_talk', 'ding_secret'],
      pattern: assigned('ding[_.-]??(?:talk)?', 'secret', 'SEC[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Sign messages to your DingTalk group.',
      samples: {
        yes: ['DINGTALK_SECRET=SEC{hex:64}', "dingtalkSecret: 'SEC{hex:64}'"],
        no: ['DINGTALK_SECRET=your_dingtalk_secret', 'checksum = "SEC{hex:64}"', 'DINGTALK_SECRET=SEC{hex:67}'],
      },
    },
  ],
});
