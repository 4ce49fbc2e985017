import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'npm',
  name: 'npm',
  category: 'code',
  rotation: {
    kind: 'overlap',
    at: 'https://www.npmjs.com/settings/~/tokens',
    notes: ['Check the versions of your packages published since the leak.'],
  },
  rules: [
    {
      id: 'npm-access-token',
      name: 'npm access token',
      anchors: ['npm_'],
      pattern: /(?<![A-Za-z0-9])(npm_[A-Za-z0-9]{36})(?![A-Za-z0-9_])/,
      power: 'infrastructure',
      impact: 'Publish a poisoned version of your packages, or read your private ones.',
      checksum: 'npm',
      verify: {
        url: 'https://registry.npmjs.org/-/whoami',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['NPM_TOKEN=npm_{alnum:36}', '//registry.npmjs.org/:_authToken=npm_{alnum:36}'],
        no: ['npm_package_json', 'npm_config_registry_url_of_something_very_long', 'npm_{alnum:20}'],
      },
    },
    {
      id: 'npm-npmrc-token',
      name: 'npm registry token in .npmrc',
      anchors: [':_authToken', '_auth=', '_password='],
      pattern:
        /(?:(?<![\w-])_auth|:_auth(?:Token)?|:_password)[ \t]{0,4}=[ \t]{0,4}["']?(?!npm_)([A-Za-z0-9+/_.=-]{20,400})(?![\w+/.=-])/,
      reach: [32, 460],
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Publish to or read from the package registry named on the line.',
      samples: {
        yes: [
          '//registry.npmjs.org/:_authToken={uuid}',
          '//npm.pkg.acme.dev/:_authToken="{alnum:40}"',
          '_auth={base64:40}==',
        ],
        no: [
          '//registry.npmjs.org/:_authToken=${NPM_TOKEN}',
          '//registry.npmjs.org/:_authToken=npm_{alnum:36}',
          'csrf_auth=true',
          'unsigned_auth={alnum:40}',
        ],
      },
    },
  ],
});
