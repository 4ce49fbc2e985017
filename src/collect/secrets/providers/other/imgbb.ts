import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'imgbb',
  name: 'ImgBB',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://api.imgbb.com/' },
  rules: [
    {
      id: 'imgbb-api-key',
      name: 'ImgBB API key',
      anchors: ['imgbb'],
      pattern: assigned('imgbb', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Upload pictures to your account.',
      samples: {
        yes: ['IMGBB_API_KEY={hex:32}', "imgbbApiKey: '{hex:32}'"],
        no: ['IMGBB_API_KEY=your_imgbb_api_key', 'checksum = "{hex:32}"', 'IMGBB_API_KEY={hex:35}'],
      },
    },
    {
      id: 'imgbb-url-key',
      name: 'ImgBB API key in an address',
      anchors: ['api.imgbb.com'],
      pattern: /api\.imgbb\.com[^\s"'`<>]{0,160}?[?&](?:amp;)?key=([0-9a-f]{32})(?![\w-])/i,
      power: 'limited',
      impact: 'Upload pictures to your account.',
      samples: {
        yes: ['https://api.imgbb.com/x?key={hex:32}', 'fetch("https://api.imgbb.com/v1/x?q=a&key={hex:32}")'],
        no: ['https://api.imgbb.com/x?key=YOUR_KEY', 'https://api.imgbb.com/x?key=${KEY}'],
      },
    },
  ],
});
