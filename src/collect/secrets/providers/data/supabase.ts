import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'supabase',
  name: 'Supabase',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://supabase.com/dashboard/project/_/settings/api-keys',
    notes: ['Secret keys are replaced one at a time: make a new sb_secret_ key, deploy it, delete the old one.'],
  },
  rules: [
    {
      id: 'supabase-secret-key',
      name: 'Supabase secret key',
      anchors: ['sb_secret_'],
      pattern: /\b(sb_secret_(?=[a-z_-]{0,40}[A-Z0-9])[A-Za-z0-9_-]{31})(?![A-Za-z0-9_-])/,
      power: 'data',
      impact: 'Read, change and delete every row of every table: row level security does not apply to it.',
      samples: {
        yes: ['SUPABASE_SECRET_KEY=sb_secret_{alnum:22}_{alnum:8}', "createClient(url, 'sb_secret_{base64url:30}7')"],
        no: [
          'sb_secret_...',
          'SUPABASE_SECRET_KEY=sb_secret_your_secret_key_goes_here_ok',
          'sb_secret_{alnum:12}',
          'sb_publishable_{alnum:31}',
        ],
      },
    },
    {
      id: 'supabase-publishable-key',
      name: 'Supabase publishable key',
      anchors: ['sb_publishable_'],
      pattern: /\b(sb_publishable_(?=[a-z_-]{0,40}[A-Z0-9])[A-Za-z0-9_-]{31})(?![A-Za-z0-9_-])/,
      verdict: 'public',
      publicIf: 'every table has row level security',
      power: 'limited',
      impact:
        'What row level security allows an anonymous visitor: nothing more when every table has it, everything when none has.',
      samples: {
        yes: [
          'NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY=sb_publishable_{alnum:22}_{alnum:8}',
          '"key": "sb_publishable_{alnum:31}"',
        ],
        no: ['sb_publishable_...', 'sb_publishable_{alnum:10}'],
      },
    },
    {
      id: 'supabase-access-token',
      name: 'Supabase personal access token',
      anchors: ['sbp_'],
      pattern: /\b(sbp_(?:oauth_|v0_)?(?=[a-z]{0,39}\d)[a-z0-9]{40})(?![0-9a-zA-Z])/,
      power: 'infrastructure',
      impact: 'Everything you can do in the dashboard: read all keys, change schemas, pause or delete every project.',
      rotation: {
        kind: 'overlap',
        at: 'https://supabase.com/dashboard/account/tokens',
        notes: ['It could read every other key of your projects: rotate those too if it may have been used.'],
      },
      verify: {
        url: 'https://api.supabase.com/v1/organizations',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['SUPABASE_ACCESS_TOKEN=sbp_{hex:40}', '"--access-token", "sbp_{hex:40}"', 'sbp_oauth_{hex:40}'],
        no: ['sbp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'sbp_{hex:20}', 'sbp_{lower:60}'],
      },
    },
    {
      id: 'supabase-jwt-secret',
      name: 'Supabase legacy JWT secret',
      anchors: ['supabase_jwt', 'supabasejwt', 'supabase-jwt', 'jwt_secret', 'jwtsecret', 'jwt-secret'],
      pattern: assigned('supabase', 'jwt[_-]?secret', '[A-Za-z0-9+/]{86}=='),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Make yourself a service_role or any user token: sign in as anybody and read or change everything.',
      rotation: {
        kind: 'cascade',
        at: 'https://supabase.com/dashboard/project/_/settings/jwt',
        notes: [
          'It ends the anon key, the service_role key and every session at once: deploy new values in the same minute.',
        ],
      },
      samples: {
        yes: ['SUPABASE_JWT_SECRET={base64:86}==', 'supabase: { jwtSecret: "{base64:86}==" }'],
        no: [
          'SUPABASE_JWT_SECRET=your-super-secret-jwt-token-with-at-least-32-characters-long',
          'JWT_SECRET={base64:86}==',
        ],
      },
    },
  ],
});
