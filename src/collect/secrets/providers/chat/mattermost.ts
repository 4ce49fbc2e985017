import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mattermost',
  name: 'Mattermost',
  category: 'chat',
  rotation: {
    kind: 'overlap',
    at: 'https://developers.mattermost.com/integrate/reference/personal-access-token/',
    notes: ['The server is your own: revoke under Security, Personal access tokens.'],
  },
  rules: [
    {
      id: 'mattermost-access-token',
      name: 'Mattermost access token',
      anchors: ['mattermost'],
      pattern: assigned('mattermost', 'token|key|secret', '[a-z0-9]{26}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Read and post as the person or bot it belongs to.',
      samples: {
        yes: ['MATTERMOST_TOKEN={lower:26}', "mattermostToken: '{lower:26}'"],
        no: ['MATTERMOST_TOKEN=your_mattermost_token', 'checksum = "{lower:26}"', 'MATTERMOST_TOKEN={lower:29}'],
      },
    },
  ],
});
