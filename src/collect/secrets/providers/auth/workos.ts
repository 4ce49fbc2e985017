import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'workos',
  name: 'WorkOS (AuthKit)',
  category: 'auth',
  rotation: { kind: 'overlap', at: 'https://dashboard.workos.com/api-keys' },
  rules: [
    {
      id: 'workos-api-key',
      name: 'WorkOS API key',
      anchors: ['sk_live_a2V5Xz'],
      pattern: /\b(sk_live_a2V5Xz[A-Za-z0-9+/]{60,80}={0,2})(?![A-Za-z0-9+/=])/,
      power: 'identity',
      impact: 'Read and delete every user and organization and sign in as any of them.',
      verify: {
        url: 'https://api.workos.com/organizations?limit=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['WORKOS_API_KEY=sk_live_a2V5Xz{alnum:69}', "new WorkOS('sk_live_a2V5Xz{base64:68}a')"],
        no: ['WORKOS_API_KEY=sk_live_...', 'sk_live_{alnum:24}', 'sk_live_a2V5Xz{alnum:10}'],
      },
    },
    {
      id: 'workos-test-key',
      name: 'WorkOS staging API key',
      anchors: ['sk_test_a2V5Xz'],
      pattern: /\b(sk_test_a2V5Xz[A-Za-z0-9+/]{60,80}={0,2})(?![A-Za-z0-9+/=])/,
      power: 'limited',
      testMode: true,
      impact: 'Read and change the users of the staging environment.',
      samples: {
        yes: ['WORKOS_API_KEY=sk_test_a2V5Xz{alnum:69}', 'workos: { apiKey: "sk_test_a2V5Xz{alnum:70}" }'],
        no: ['WORKOS_API_KEY=sk_test_SYNTHETIC_OLD', 'sk_test_{alnum:24}'],
      },
    },
    {
      id: 'workos-cookie-password',
      name: 'AuthKit cookie password',
      anchors: ['workos', 'authkit'],
      pattern: assigned('workos|authkit', 'cookie[_-]?password|cookie[_-]?secret', '[A-Za-z0-9+/_-]{32,88}={0,2}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Make session cookies that your app accepts: sign in as anybody.',
      samples: {
        yes: ['WORKOS_COOKIE_PASSWORD={base64:43}=', 'authkit: { cookiePassword: "{hex:64}" }'],
        no: ['WORKOS_COOKIE_PASSWORD=your_secure_password_here', 'COOKIE_PASSWORD={base64:43}='],
      },
    },
  ],
});
