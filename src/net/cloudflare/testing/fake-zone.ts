/** One zone as Cloudflare keeps it. Plain data, so that two states can be compared. */
export interface FakeZone {
  id: string;
  name: string;
  plan: string;
  settings: Record<string, unknown>;
  /** Entry points by phase. */
  rulesets: Record<string, { id: string; rules: Record<string, unknown>[] }>;
  dnssec: string;
  fightMode: boolean;
  records?: readonly { type: string; name: string; content: string; proxied: boolean }[];
}

/** As Cloudflare makes a zone: what it switches on by itself, and nothing else. */
export const freshZone = (changes: Partial<FakeZone> = {}): FakeZone => ({
  id: '023e105f4ecef8ad9ca31a8372d0c353',
  name: 'shop.test',
  plan: 'free',
  settings: {
    ssl: 'full',
    always_use_https: 'off',
    automatic_https_rewrites: 'on',
    min_tls_version: '1.0',
    tls_1_3: 'on',
    '0rtt': 'off',
    development_mode: 'off',
    security_level: 'medium',
    browser_check: 'on',
    security_header: {
      strict_transport_security: {
        enabled: false,
        max_age: 0,
        include_subdomains: false,
        preload: false,
        nosniff: false,
      },
    },
  },
  rulesets: {},
  dnssec: 'disabled',
  fightMode: false,
  ...changes,
});
