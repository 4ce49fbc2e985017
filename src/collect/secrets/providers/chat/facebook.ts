import { afterDelimiter } from '../../after-delimiter.ts';
import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'facebook',
  name: 'Meta (Facebook, WhatsApp)',
  category: 'chat',
  rotation: {
    kind: 'instant',
    at: 'https://developers.facebook.com/apps/',
    notes: [
      'Reset the app secret under App settings, Basic; every token signed with it dies too. A system user token is revoked in Business settings.',
    ],
  },
  rules: [
    {
      id: 'facebook-access-token',
      name: 'Meta access token',
      // Source maps are full of `,EAA`.
      anchors: afterDelimiter('EAA').filter((anchor) => !anchor.startsWith(',')),
      pattern: /(?<![A-Za-z0-9+/_-])(EAA(?![A-Za-z0-9]{6,60}AAA[A-Za-z0-9]{0,30}AAA)[A-Za-z0-9]{90,400})(?![\w+/=-])/,
      reach: [16, 460],
      power: 'messages',
      impact:
        'Act for the page, WhatsApp number or ad account it was made for: post, message customers, spend the ad budget.',
      verify: {
        url: 'https://graph.facebook.com/v21.0/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [400, 401],
      },
      samples: {
        yes: ['WHATSAPP_TOKEN=EAAG{alnum:180}', '"access_token": "EAAC{alnum:120}"'],
        no: [
          'EAAG{alnum:20}',
          'EAAxxxx',
          '{base64:40}/EAAC{alnum:180}',
          'EAAAShAAAFAQAACeEAAAoBAAAMYQAADHEAAAyBAAAM0QAADOEAAA0BAAAPsQAAD8EAAASRIAAEoSAABOEgAAUBIAAFcSAABYEgAAWRIAAFoSAA',
        ],
      },
    },
    {
      id: 'facebook-app-access-token',
      name: 'Meta app access token',
      anchors: ['graph.facebook.com', 'facebook', 'fb_app', 'fb_access'],
      pattern:
        /(?:graph\.facebook\.com[^\s"'`]{0,120}access_token=|(?:facebook|fb_)[\w.-]{0,24}["']?[ \t]{0,4}[:=][ \t]{0,4}["'`]?)(\d{15,17}(?:\||%7C)[\w-]{27,40})(?![\w-])/i,
      power: 'identity',
      impact: 'Act as your app: read its users, change its settings, make test users.',
      samples: {
        yes: [
          'FACEBOOK_APP_TOKEN={digit:16}|{base64url:27}',
          'https://graph.facebook.com/v19.0/debug_token?access_token={digit:15}%7C{alnum:32}',
        ],
        no: ['FACEBOOK_APP_ID={digit:16}', '{digit:16}|{base64url:27}'],
      },
    },
    {
      id: 'facebook-app-secret',
      name: 'Meta app secret',
      anchors: [
        'facebook',
        'fb_app',
        'fb_client',
        'fb_secret',
        'fbapp',
        'meta_app',
        'meta_client',
        'metaapp',
        'whatsapp_app',
        'whatsapp_secret',
        'whatsappapp',
        'whatsappsecret',
      ],
      pattern: assigned('(?:facebook|fb[_.-]?|meta[_.-]?|whatsapp)', 'secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish Facebook sign-ins in your name and make app tokens.',
      samples: {
        yes: [
          'FACEBOOK_APP_SECRET={hex:32}',
          "facebookAppSecret: '{hex:32}'",
          'META_APP_SECRET={hex:32}',
          'FACEBOOK_CLIENT_SECRET={hex:32}',
        ],
        no: ['FACEBOOK_APP_SECRET=your_facebook_app_secret', 'checksum = "{hex:32}"', 'FACEBOOK_APP_SECRET={hex:35}'],
      },
    },
  ],
});
