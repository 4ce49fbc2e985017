import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'intercom',
  name: 'Intercom',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://app.intercom.com/a/apps/_/developer-hub' },
  rules: [
    {
      id: 'intercom-access-token',
      name: 'Intercom access token',
      anchors: ['dG9rOj', 'dG9rOm'],
      pattern: /(?<![A-Za-z0-9+/])(dG9rO[jm][A-Za-z0-9+/]{53}=)(?![A-Za-z0-9+/=])/,
      power: 'data',
      impact: 'Read every customer and every conversation in your Intercom, and write to them as your team.',
      verify: {
        url: 'https://api.intercom.io/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['INTERCOM_ACCESS_TOKEN=dG9rOj{base64:53}=', 'Authorization: Bearer dG9rOm{base64:53}='],
        no: ['dG9rOj', 'dG9rOj{base64:20}='],
      },
    },
    {
      id: 'intercom-identity-secret',
      name: 'Intercom identity verification secret',
      anchors: ['intercom'],
      pattern: assigned('intercom', 'secret', '[\\w-]{40}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Sign in to your Messenger as any customer and read their conversations.',
      samples: {
        yes: [
          'INTERCOM_IDENTITY_VERIFICATION_SECRET={base64url:40}',
          "intercomIdentityVerificationSecret: '{base64url:40}'",
        ],
        no: [
          'INTERCOM_IDENTITY_VERIFICATION_SECRET=your_intercom_identity_verification_secret',
          'checksum = "{base64url:40}"',
          'INTERCOM_IDENTITY_VERIFICATION_SECRET={base64url:43}',
        ],
      },
    },
  ],
});
