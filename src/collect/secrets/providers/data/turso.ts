import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'turso',
  name: 'Turso',
  category: 'data',
  rotation: {
    kind: 'cascade',
    at: 'https://app.turso.tech/',
    notes: [
      'Database tokens cannot be ended one by one: `turso db tokens invalidate` ends all of a database or group at once.',
    ],
  },
  rules: [
    {
      id: 'turso-auth-token',
      name: 'Turso database token',
      anchors: ['turso', 'libsql'],
      pattern: assigned(
        'turso|libsql',
        'token|key',
        'eyJ[A-Za-z0-9_-]{20,80}\\.eyJ[A-Za-z0-9_-]{20,400}\\.[A-Za-z0-9_-]{80,90}',
      ),
      power: 'data',
      impact: 'Read and, unless it was made read-only, change every row of the database.',
      reach: [24, 720],
      samples: {
        yes: [
          'TURSO_AUTH_TOKEN=eyJ{base64url:33}.eyJ{base64url:90}.{base64url:85}a',
          "createClient({ url: 'libsql://shop-acme.turso.io', authToken: 'eyJ{base64url:33}.eyJ{base64url:120}.{base64url:85}a' })",
        ],
        no: [
          'TURSO_AUTH_TOKEN=eyJ...',
          'TURSO_AUTH_TOKEN=your-token',
          'AUTH_TOKEN=eyJ{base64url:33}.eyJ{base64url:90}.{base64url:85}a',
        ],
      },
    },
  ],
});
