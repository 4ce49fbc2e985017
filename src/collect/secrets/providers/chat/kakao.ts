import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'kakao',
  name: 'Kakao',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://developers.kakao.com/console/app' },
  rules: [
    {
      id: 'kakao-admin-key',
      name: 'Kakao admin or REST API key',
      anchors: ['kakao'],
      pattern: assigned('kakao', 'admin|rest|client[_.-]?secret', '[0-9a-f]{32}|[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'The admin key reads and unlinks every user of your app; the REST key signs people in.',
      samples: {
        yes: ['KAKAO_ADMIN_KEY={hex:32}', "kakaoAdminKey: '{hex:32}'"],
        no: ['KAKAO_ADMIN_KEY=your_kakao_admin_key', 'checksum = "{hex:32}"'],
      },
    },
  ],
});
