import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'reddit',
  name: 'Reddit',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://www.reddit.com/prefs/apps' },
  rules: [
    {
      id: 'reddit-client-secret',
      name: 'Reddit client secret',
      anchors: ['reddit', 'praw_client'],
      pattern: assigned('(?:reddit|praw)', 'secret', '[A-Za-z0-9_-]{27,30}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Act as your Reddit app.',
      samples: {
        yes: ['REDDIT_CLIENT_SECRET={alnum:30}', "redditClientSecret: '{alnum:30}'"],
        no: ['REDDIT_CLIENT_SECRET=your_reddit_client_secret', 'checksum = "{alnum:30}"'],
      },
    },
  ],
});
