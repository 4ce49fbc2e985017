import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'heroku',
  name: 'Heroku',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.heroku.com/account',
    notes: ['Regenerating the account key stops the old at once; `heroku authorizations:create` makes one beside it.'],
  },
  rules: [
    {
      id: 'heroku-api-key',
      name: 'Heroku API key',
      anchors: ['HRKU-'],
      pattern: /\b(HRKU-(?:AA[\w-]{58}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))(?![\w-])/,
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      verify: {
        url: 'https://api.heroku.com/account',
        headers: { authorization: 'Bearer {secret}', accept: 'application/vnd.heroku+json; version=3' },
        live: [200, 403],
        dead: [401],
      },
      samples: { yes: ['HEROKU_API_KEY=HRKU-AA{base64url:57}a', 'HRKU-{uuid}'], no: ['HRKU-key', 'HRKU-AA{alnum:10}'] },
    },
    {
      id: 'heroku-legacy-key',
      name: 'Heroku API key',
      anchors: ['heroku'],
      pattern: assigned('heroku', 'key|token|password', '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      verify: {
        url: 'https://api.heroku.com/account',
        headers: { authorization: 'Bearer {secret}', accept: 'application/vnd.heroku+json; version=3' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['HEROKU_API_KEY={uuid}', 'heroku_api_key: "{uuid}"'],
        no: ['HEROKU_APP_ID={uuid}', 'HEROKU_API_KEY=key'],
      },
    },
  ],
});
