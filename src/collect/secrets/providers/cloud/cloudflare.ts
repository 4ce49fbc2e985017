import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cloudflare',
  name: 'Cloudflare',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://dash.cloudflare.com/profile/api-tokens',
    notes: [
      'Roll keeps a token’s permissions and ends the old value at once; make a second token to overlap.',
      'The global API key cannot be limited: replace it by tokens, then change it.',
    ],
  },
  rules: [
    {
      id: 'cloudflare-user-token',
      name: 'Cloudflare user API token',
      anchors: ['cfut_'],
      pattern: /\b(cfut_[\w-]{40,56})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Whatever the token allows: change DNS, Workers, firewall, or read R2 files.',
      verify: {
        url: 'https://api.cloudflare.com/client/v4/user/tokens/verify',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [400, 401],
      },
      samples: {
        yes: ['CLOUDFLARE_API_TOKEN=cfut_{alnum:48}', 'apiToken: "cfut_{alnum:48}"'],
        no: ['cfut_xxx', 'cfut_{alnum:12}'],
      },
    },
    {
      id: 'cloudflare-account-token',
      name: 'Cloudflare account API token',
      anchors: ['cfat_'],
      pattern: /\b(cfat_[\w-]{40,56})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Whatever the token allows in the account: change DNS, Workers, firewall, or read R2 files.',
      samples: {
        yes: ['CLOUDFLARE_API_TOKEN=cfat_{alnum:48}', '"cfat_{alnum:48}"'],
        no: ['cfat_xxx', 'cfat_{alnum:12}'],
      },
    },
    {
      id: 'cloudflare-scannable-global-key',
      name: 'Cloudflare global API key',
      anchors: ['cfk_'],
      pattern: /\b(cfk_[\w-]{40,56})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Everything in the Cloudflare account: DNS, traffic, Workers, members.',
      samples: {
        yes: ['CLOUDFLARE_API_KEY=cfk_{alnum:48}', '"X-Auth-Key": "cfk_{alnum:48}"'],
        no: ['cfk_xxx', 'cfk_{alnum:12}'],
      },
    },
    {
      id: 'cloudflare-api-token',
      name: 'Cloudflare API token',
      anchors: ['cloudflare', 'cf_api', 'cf_token', 'cf-api'],
      pattern: assigned(String.raw`cloudflare|\bcf[_-](?=api|token)`, KEY, String.raw`[\w-]{40}`),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Whatever the token allows: change DNS, Workers, firewall, or read R2 files.',
      verify: {
        url: 'https://api.cloudflare.com/client/v4/user/tokens/verify',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: [
          'CLOUDFLARE_API_TOKEN={base64url:39}a',
          'CF_API_TOKEN="{alnum:40}"',
          'new Cloudflare({ apiToken: "{alnum:40}" })',
        ],
        no: [
          'CLOUDFLARE_API_TOKEN=your_api_token_here',
          'CLOUDFLARE_ZONE_ID={hex:32}',
          'CLOUDFLARE_API_TOKEN={alnum:20}',
        ],
      },
    },
    {
      id: 'cloudflare-global-key',
      name: 'Cloudflare global API key',
      anchors: ['cloudflare', 'cf_api', 'x-auth-key', 'cf_key'],
      pattern: assigned(String.raw`cloudflare|\bcf_(?=api|key)|x-auth-`, KEY, '[0-9a-f]{37}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With the account’s mail address: everything, DNS, traffic, Workers, members.',
      samples: {
        yes: ['CLOUDFLARE_API_KEY={hex:37}', 'X-Auth-Key: {hex:37}'],
        no: ['CLOUDFLARE_ACCOUNT_ID={hex:32}', 'CLOUDFLARE_API_KEY=your-global-key'],
      },
    },
    {
      id: 'cloudflare-origin-ca-key',
      name: 'Cloudflare Origin CA key',
      anchors: ['v1.0-'],
      pattern: /(?<![\w.-])(v1\.0-[0-9a-f]{24}-[0-9a-f]{146})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Issue and revoke the certificates between Cloudflare and your servers.',
      samples: {
        yes: [
          'CLOUDFLARE_ORIGIN_CA_KEY=v1.0-{hex:24}-{hex:146}',
          '"X-Auth-User-Service-Key": "v1.0-{hex:24}-{hex:146}"',
        ],
        no: ['v1.0-beta', 'v1.0-{hex:24}-{hex:20}'],
      },
    },
    {
      id: 'cloudflare-r2-secret',
      name: 'Cloudflare R2 secret access key',
      anchors: ['r2_', 'r2secret', 'r2.cloudflarestorage'],
      pattern: assigned(String.raw`(?<![a-z0-9])r2|r2\.cloudflarestorage\.com`, 'secret', '[0-9a-f]{64}'),
      reach: [48, 420],
      identifiedBy: 'context',
      power: 'data',
      impact: 'With its key id, read, change and delete the files of your buckets.',
      samples: {
        yes: [
          'R2_SECRET_ACCESS_KEY={hex:64}',
          'endpoint: "https://abc.r2.cloudflarestorage.com", credentials: { accessKeyId: "{hex:32}", secretAccessKey: "{hex:64}" }',
        ],
        no: ['R2_SECRET_ACCESS_KEY=secret', 'R2_ACCESS_KEY_ID={hex:32}'],
      },
    },
    {
      id: 'cloudflare-turnstile-secret',
      name: 'Cloudflare Turnstile secret key',
      anchors: ['0x4AAA'],
      pattern: /(?<![\w-])(0x4AAA[\w-]{29})(?![\w-])/,
      power: 'limited',
      impact: 'Answer the bot check for your site, so that bots pass your sign-up and login.',
      samples: {
        yes: ['TURNSTILE_SECRET_KEY=0x4AAAAAAA{base64url:25}', 'secret: "0x4AAAAAAA{alnum:25}"'],
        no: ['NEXT_PUBLIC_TURNSTILE_SITE_KEY=0x4AAAAAAA{alnum:14}', '1x0000000000000000000000000000000AA'],
      },
    },
    {
      id: 'cloudflare-tunnel-token',
      name: 'Cloudflare tunnel token',
      anchors: ['eyJhIjoi'],
      pattern: /(?<![\w+/.-])(eyJhIjoi[0-9A-Za-z+/_-]{120,240}={0,2})(?![\w+/.=-])/,
      reach: [4, 280],
      power: 'infrastructure',
      impact: 'Run your tunnel elsewhere and receive your visitors’ traffic.',
      samples: {
        yes: ['TUNNEL_TOKEN=eyJhIjoi{base64:174}', 'cloudflared tunnel run --token eyJhIjoi{base64:172}=='],
        no: ['eyJhIjoi', 'eyJhIjoi{alnum:20}'],
      },
    },
  ],
});
