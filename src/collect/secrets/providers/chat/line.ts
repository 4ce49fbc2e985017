import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'line',
  name: 'LINE',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://developers.line.biz/console/' },
  rules: [
    {
      id: 'line-channel-access-token',
      name: 'LINE channel access token',
      anchors: ['dB04t89/1O/w1cDnyilFU='],
      pattern: /(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{140,156}dB04t89\/1O\/w1cDnyilFU=)(?!=)/,
      reach: [170, 40],
      power: 'messages',
      impact: 'Write to everybody who follows your LINE account and read their profiles.',
      verify: {
        url: 'https://api.line.me/v2/bot/info',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'LINE_CHANNEL_ACCESS_TOKEN={base64:150}dB04t89/1O/w1cDnyilFU=',
          "new Client({ channelAccessToken: '{base64:150}dB04t89/1O/w1cDnyilFU=' })",
        ],
        no: ['dB04t89/1O/w1cDnyilFU=', '{base64:40}dB04t89/1O/w1cDnyilFU='],
      },
    },
    {
      id: 'line-channel-secret',
      name: 'LINE channel secret',
      anchors: ['line_channel', 'linechannel', 'line-channel', 'line_bot', 'line_login', 'line_secret'],
      pattern: assigned('(?<![a-z])line(?=[_.-]?(?:channel|bot|login|secret|messaging))', 'secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: "Forge messages that your bot takes for LINE's, and finish LINE sign-ins in your name.",
      samples: {
        yes: ['LINE_CHANNEL_SECRET={hex:32}', "lineChannelSecret: '{hex:32}'"],
        no: ['LINE_CHANNEL_SECRET=your_line_channel_secret', 'checksum = "{hex:32}"', 'LINE_CHANNEL_SECRET={hex:35}'],
      },
    },
  ],
});
