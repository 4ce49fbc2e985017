import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'tiktok',
  name: 'TikTok',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://developers.tiktok.com/apps/' },
  rules: [
    {
      id: 'tiktok-client-secret',
      name: 'TikTok client secret',
      anchors: ['tiktok', 'tik_tok'],
      pattern: assigned('tik[_.-]?tok', 'secret', '[A-Za-z0-9]{32}|[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish TikTok sign-ins in your name and act for the accounts that allowed it.',
      samples: {
        yes: ['TIKTOK_CLIENT_SECRET={alnum:32}', "tiktokClientSecret: '{alnum:32}'"],
        no: ['TIKTOK_CLIENT_SECRET=your_tiktok_client_secret', 'checksum = "{alnum:32}"'],
      },
    },
  ],
});
