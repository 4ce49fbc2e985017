import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cloudinary',
  name: 'Cloudinary',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://console.cloudinary.com/settings/api-keys',
    notes: ['Add a second key pair, deploy it, then disable the first.'],
  },
  rules: [
    {
      id: 'cloudinary-url',
      name: 'Cloudinary URL',
      anchors: ['cloudinary://'],
      pattern: /cloudinary:\/\/\d{12,18}:([\w-]{20,40})@[\w-]{2,64}/i,
      power: 'data',
      impact: 'Read, replace and delete every upload of your users.',
      samples: {
        yes: [
          'CLOUDINARY_URL=cloudinary://{digit:15}:{base64url:27}@my-shop',
          '"cloudinary://{digit:15}:{alnum:27}@shop"',
        ],
        no: ['cloudinary://<api_key>:<api_secret>@cloud', 'cloudinary://{digit:15}:secret@cloud'],
      },
    },
    {
      id: 'cloudinary-api-secret',
      name: 'Cloudinary API secret',
      anchors: ['cloudinary'],
      pattern:
        /cloudinary(?:\.config\()?[\w\s"'({:.,-]{0,120}?(?:api_?)?secret\w{0,8}["'\]\x60]{0,2}[ \t]{0,4}(?::=|=>|[:=]|\|\||\?\?)[ \t]{0,4}["'\x60]?([\w-]{27})(?![\w+/-])/i,
      reach: [4, 320],
      identifiedBy: 'context',
      power: 'data',
      impact: 'With the API key, read, replace and delete every upload of your users.',
      samples: {
        yes: [
          'CLOUDINARY_API_SECRET={base64url:26}a',
          "cloudinary.config({ cloud_name: 'shop', api_key: '{digit:15}', api_secret: '{alnum:27}' })",
        ],
        no: ['CLOUDINARY_API_SECRET=your_api_secret', 'CLOUDINARY_API_SECRET={alnum:12}'],
      },
    },
  ],
});
