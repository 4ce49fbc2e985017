import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'rocket-chat',
  name: 'Rocket.Chat',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://docs.rocket.chat/docs/manage-personal-access-tokens' },
  rules: [
    {
      id: 'rocket-chat-access-token',
      name: 'Rocket.Chat access token',
      anchors: ['rocketchat', 'rocket_chat', 'rocket.chat', 'rocket-chat'],
      pattern: assigned('rocket[_.-]?chat', 'token|key|secret', '[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Read and post as the person or bot it belongs to.',
      samples: {
        yes: ['ROCKETCHAT_TOKEN={alnum:43}', "rocketchatToken: '{alnum:43}'"],
        no: ['ROCKETCHAT_TOKEN=your_rocketchat_token', 'checksum = "{alnum:43}"', 'ROCKETCHAT_TOKEN={alnum:46}'],
      },
    },
  ],
});
