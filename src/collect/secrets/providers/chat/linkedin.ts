import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'linkedin',
  name: 'LinkedIn',
  category: 'chat',
  rotation: {
    kind: 'overlap',
    at: 'https://www.linkedin.com/developers/apps',
    notes: ['LinkedIn lets two client secrets live side by side: add one, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'linkedin-client-secret',
      name: 'LinkedIn client secret',
      anchors: ['WPL_AP'],
      pattern: /\b(WPL_AP[0-9]\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{6,20}={0,2})(?![\w+/=])/,
      power: 'identity',
      impact: 'Finish LinkedIn sign-ins in your name and read the profiles of people who use it.',
      samples: {
        yes: [
          'LINKEDIN_CLIENT_SECRET=WPL_AP1.{alnum:16}.{base64:6}==',
          "clientSecret: 'WPL_AP1.{alnum:16}.{base64:6}=='",
        ],
        no: ['WPL_AP1.xxxxxxxx...', 'WPL_AP1.{alnum:4}'],
      },
    },
    {
      id: 'linkedin-legacy-client-secret',
      name: 'LinkedIn client secret (older form)',
      anchors: ['linkedin', 'linked_in', 'linked-in'],
      pattern: assigned('linked[_.-]?in', 'secret', '[A-Za-z0-9]{16}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish LinkedIn sign-ins in your name and read the profiles of people who use it.',
      samples: {
        yes: ['LINKEDIN_CLIENT_SECRET={alnum:16}', "linkedinClientSecret: '{alnum:16}'"],
        no: [
          'LINKEDIN_CLIENT_SECRET=your_linkedin_client_secret',
          'checksum = "{alnum:16}"',
          'LINKEDIN_CLIENT_SECRET={alnum:19}',
        ],
      },
    },
  ],
});
