import { afterDelimiter } from '../../after-delimiter.ts';
import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

/** The token begins with zero bytes in base 64; the delimiter before them keeps runs of A inside binary data from counting. */
const ZEROS = 'A'.repeat(20);

export default defineProvider({
  id: 'twitter',
  name: 'X (Twitter)',
  category: 'chat',
  rotation: {
    kind: 'instant',
    at: 'https://developer.x.com/en/portal/dashboard',
    notes: ['Regenerating the API key and secret also ends the bearer token made from them.'],
  },
  rules: [
    {
      id: 'twitter-bearer-token',
      name: 'X bearer token',
      anchors: afterDelimiter(ZEROS),
      pattern: /(?<![\w.+/%-])(A{20,24}[A-Za-z0-9%+/]{8,64}?(?:%3D|=)[A-Za-z0-9]{40,60})(?![A-Za-z0-9+/=%])/,
      power: 'data',
      impact: 'Read posts and users on your API quota.',
      verify: {
        url: 'https://api.x.com/2/users/by/username/x',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'TWITTER_BEARER_TOKEN=AAAAAAAAAAAAAAAAAAAAA{alnum:12}%2B{alnum:24}%3D{alnum:50}',
          'Authorization: Bearer AAAAAAAAAAAAAAAAAAAAAA{alnum:30}%3D{alnum:50}',
        ],
        no: ['"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="', 'Bearer AAAAAAAAAAAAAAAAAAAAA...'],
      },
    },
    {
      id: 'twitter-api-secret',
      name: 'X API secret',
      anchors: ['twitter'],
      pattern: assigned('twitter[_.-]?(?:api|consumer|client|app|oauth)', 'secret', '[A-Za-z0-9]{50}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Sign people in with X in your name and post where they allowed it.',
      samples: {
        yes: [
          'TWITTER_API_SECRET={alnum:50}',
          "twitterApiSecret: '{alnum:50}'",
          'TWITTER_CONSUMER_SECRET="{alnum:50}"',
        ],
        no: ['TWITTER_API_SECRET=your_twitter_api_secret', 'checksum = "{alnum:50}"', 'TWITTER_API_SECRET={alnum:53}'],
      },
    },
    {
      id: 'twitter-api-key',
      name: 'X API key',
      anchors: ['twitter'],
      pattern: assigned('twitter', 'api|consumer', '[A-Za-z0-9]{25}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Nothing alone: it names your app, and works as soon as its secret is found too.',
      pairsWith: ['twitter-api-secret'],
      samples: {
        yes: ['TWITTER_API_KEY={alnum:25}', "twitterApiKey: '{alnum:25}'"],
        no: ['TWITTER_API_KEY=your_twitter_api_key', 'checksum = "{alnum:25}"', 'TWITTER_API_KEY={alnum:28}'],
      },
    },
    {
      id: 'twitter-access-token',
      name: 'X access token',
      anchors: ['twitter'],
      pattern: assigned('twitter', '', '\\d{8,20}-[A-Za-z0-9]{40}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'With its secret, post and read as the account.',
      pairsWith: ['twitter-access-token-secret'],
      samples: {
        yes: ['TWITTER_ACCESS_TOKEN={digit:18}-{alnum:40}', "twitterAccessToken: '{digit:18}-{alnum:40}'"],
        no: [
          'TWITTER_ACCESS_TOKEN=your_twitter_access_token',
          'checksum = "{digit:18}-{alnum:40}"',
          'TWITTER_ACCESS_TOKEN={digit:18}-{alnum:43}',
        ],
      },
    },
    {
      id: 'twitter-access-token-secret',
      name: 'X access token secret',
      anchors: ['twitter'],
      pattern: assigned('twitter', 'secret', '[A-Za-z0-9]{45}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'With its token, post and read as the account.',
      pairsWith: ['twitter-access-token'],
      samples: {
        yes: ['TWITTER_ACCESS_TOKEN_SECRET={alnum:45}', "twitterAccessTokenSecret: '{alnum:45}'"],
        no: [
          'TWITTER_ACCESS_TOKEN_SECRET=your_twitter_access_token_secret',
          'checksum = "{alnum:45}"',
          'TWITTER_ACCESS_TOKEN_SECRET={alnum:48}',
        ],
      },
    },
  ],
});
