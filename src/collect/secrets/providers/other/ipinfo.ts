import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ipinfo',
  name: 'IPinfo',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://ipinfo.io/account/token' },
  rules: [
    {
      id: 'ipinfo-token',
      name: 'IPinfo token',
      anchors: ['ipinfo'],
      pattern: assigned('ipinfo', KEY, '[0-9a-f]{14}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Look up addresses on your quota.',
      verify: { url: 'https://ipinfo.io/me?token={secret}', live: [200], dead: [403] },
      samples: {
        yes: ['IPINFO_TOKEN={hex:14}', "ipinfoToken: '{hex:14}'"],
        no: ['IPINFO_TOKEN=your_ipinfo_token', 'checksum = "{hex:14}"', 'IPINFO_TOKEN={hex:17}'],
      },
    },
    {
      id: 'ipinfo-url-token',
      name: 'IPinfo token in an address',
      anchors: ['ipinfo.io'],
      pattern: /ipinfo\.io[^\s"'`<>]{0,160}?[?&](?:amp;)?token=([0-9a-f]{14})(?![\w-])/i,
      power: 'limited',
      impact: 'Look up addresses on your quota.',
      samples: {
        yes: ['https://ipinfo.io/x?token={hex:14}', 'fetch("https://ipinfo.io/v1/x?q=a&token={hex:14}")'],
        no: ['https://ipinfo.io/x?token=YOUR_KEY', 'https://ipinfo.io/x?token=${KEY}'],
      },
    },
  ],
});
