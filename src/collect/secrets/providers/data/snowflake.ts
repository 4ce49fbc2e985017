import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'snowflake',
  name: 'Snowflake',
  category: 'data',
  rotation: {
    kind: 'grace',
    at: 'https://app.snowflake.com/',
    notes: [
      'ALTER USER … ROTATE PROGRAMMATIC ACCESS TOKEN keeps the old one for a day unless EXPIRE_ROTATED_TOKEN_AFTER_HOURS = 0.',
    ],
  },
  rules: [
    {
      id: 'snowflake-access-token',
      name: 'Snowflake programmatic access token',
      anchors: ['snowflake', 'sf_token'],
      pattern: assigned(
        'snowflake|\\bsf',
        'token|\\bpat\\b|_pat',
        'eyJ[A-Za-z0-9_-]{20,200}\\.eyJ[A-Za-z0-9_-]{40,500}\\.[A-Za-z0-9_-]{80,600}',
      ),
      reach: [24, 1400],
      power: 'data',
      impact: 'Query and change what its role may: often the whole warehouse.',
      samples: {
        yes: [
          'SNOWFLAKE_TOKEN=eyJ{base64url:60}.eyJ{base64url:160}.{base64url:341}a',
          'snowflake_pat: "eyJ{base64url:60}.eyJ{base64url:120}.{base64url:85}a"',
        ],
        no: ['SNOWFLAKE_TOKEN=your_token', 'SNOWFLAKE_TOKEN=eyJ{base64url:60}'],
      },
    },
  ],
});
