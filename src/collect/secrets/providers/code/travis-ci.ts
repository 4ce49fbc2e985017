import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'travis-ci',
  name: 'Travis CI',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://app.travis-ci.com/account/preferences' },
  rules: [
    {
      id: 'travis-ci-access-token',
      name: 'Travis CI access token',
      anchors: ['travis_token', 'travis_api', 'travis_access', 'travisci', 'travis_ci', 'travistoken', 'travis-token'],
      pattern: assigned('travis', 'token|key', '[A-Za-z0-9_-]{20,22}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Start builds and read their settings.',
      verify: {
        url: 'https://api.travis-ci.com/user',
        headers: { 'travis-api-version': '3', authorization: 'token {secret}' },
        live: [200],
        dead: [403],
      },
      samples: {
        yes: ['TRAVIS_TOKEN={alnum:22}', "travisToken: '{alnum:22}'"],
        no: ['TRAVIS_TOKEN=your_travis_token', 'checksum = "{alnum:22}"'],
      },
    },
  ],
});
