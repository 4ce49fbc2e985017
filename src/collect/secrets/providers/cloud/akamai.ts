import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'akamai',
  name: 'Akamai',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://control.akamai.com/apps/identity-management/',
    notes: ['A client may have two credentials: add one, deploy, deactivate the old.'],
  },
  rules: [
    {
      id: 'akamai-token',
      name: 'Akamai EdgeGrid token',
      anchors: ['akab-'],
      pattern: /(?<![\w-])(akab-[0-9a-z]{16}-[0-9a-z]{16})(?![\w.-])/,
      power: 'limited',
      impact: 'Part of a credential: with the client secret, change what your site serves.',
      pairsWith: ['akamai-client-secret'],
      samples: {
        yes: ['client_token = akab-{lower:16}-{lower:16}', 'access_token: "akab-{lower:16}-{lower:16}"'],
        no: ['akab-xxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxx', 'https://akab-{lower:16}-{lower:16}.luna.akamaiapis.net'],
      },
    },
    {
      id: 'akamai-client-secret',
      name: 'Akamai EdgeGrid client secret',
      anchors: ['akab-', 'akamai'],
      pattern:
        /(?:akamai|akab-)[\s\S]{0,260}?client_?secret["']{0,2}[ \t]{0,4}[:=][ \t]{0,4}["']?([0-9A-Za-z+/]{43}=)(?![0-9A-Za-z+/=])/i,
      reach: [4, 420],
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With the tokens beside it: change what your site serves, and purge the cache.',
      pairsWith: ['akamai-token'],
      samples: {
        yes: [
          'AKAMAI_CLIENT_SECRET={base64:43}=',
          'access_token = akab-{lower:16}-{lower:16}\nclient_secret = {base64:43}=',
        ],
        no: ['AKAMAI_CLIENT_SECRET=secret', 'akamai client_secret={base64:20}='],
      },
    },
    {
      id: 'akamai-edgerc-secret',
      name: 'Akamai EdgeGrid client secret',
      anchors: ['akab-'],
      pattern:
        /client_?secret["']{0,2}[ \t]{0,4}[:=][ \t]{0,4}["']?([0-9A-Za-z+/]{43}=)["',]{0,2}\s[\s\S]{0,60}?akab-/i,
      reach: [160, 8],
      power: 'infrastructure',
      impact: 'With the tokens beside it: change what your site serves, and purge the cache.',
      pairsWith: ['akamai-token'],
      samples: {
        yes: [
          'client_secret = {base64:43}=\nhost = akab-{lower:16}-{lower:16}.luna.akamaiapis.net',
          '"clientSecret": "{base64:43}=",\n"accessToken": "akab-{lower:16}-{lower:16}"',
        ],
        no: ['client_secret = secret\nhost = akab-x', 'client_secret = {base64:10}=\nhost = akab-x'],
      },
    },
  ],
});
