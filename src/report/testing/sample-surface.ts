import type { Review } from '../../model/review.ts';
import type { ReviewSurface, SurfaceHost, TlsGrade } from '../../model/surface.ts';
import { noGoReview } from './sample-review.ts';

const GOOD: TlsGrade = {
  level: 'intermediate',
  points: 100,
  steps: [],
  versions: 'TLS 1.2 and 1.3',
  until: '2027-02-04',
};
const DATED: TlsGrade = {
  level: 'below',
  points: 75,
  steps: [
    { takes: 20, why: 'TLS 1.0 is spoken' },
    { takes: 5, why: 'CBC suites' },
  ],
  versions: 'TLS 1.0, 1.2 and 1.3',
  until: '2026-12-30',
};

const host = (name: string, facts: Partial<SurfaceHost> = {}): SurfaceHost => ({
  host: name,
  domain: 'shop.example',
  purpose: 'other',
  aliases: [],
  addresses: ['203.0.113.10'],
  front: { name: 'Cloudflare', kind: 'cdn' },
  past: [],
  tls: GOOD,
  findings: [],
  ...facts,
});

const HOSTILE = 'ev\u001b[31mil"><script>alert(1)</script>.shop.example';

/** A surface with everything on it: a bypass, a dangling alias, a platform, a hostile name; `more`: hosts alike and well. */
export const sampleSurface = (review: Review, more: number): ReviewSurface => {
  const [first, second] = review.findings;
  const told = (index: number): string[] => [[first, second][index]?.fingerprint ?? ''];
  return {
    domains: [
      {
        domain: 'shop.example',
        servers: ['ns1.dns.example', 'ns2.dns.example'],
        dnssec: 'insecure',
        mail: ['smtp.google.com'],
        senders: ['Google Workspace', 'Resend'],
        dmarc: 'none',
        records: [
          { name: 'shop.example', type: 'A', ttl: 300, value: '203.0.113.10', purpose: 'the site', state: 'hidden' },
          {
            name: 'shop.example',
            type: 'MX',
            ttl: 300,
            value: '1 smtp.google.com.',
            purpose: 'where mail to this name goes',
            state: 'seen',
          },
          {
            name: 'shop.example',
            type: 'TXT',
            ttl: 300,
            value: '"v=spf1 ?all"',
            purpose: 'SPF: who may send mail for this name',
            state: 'replaced',
            because: told(0)[0]!,
          },
          {
            name: 'shop.example',
            type: 'TXT',
            ttl: 300,
            value: '"v=spf1 include:_spf.google.com ~all"',
            purpose: 'SPF: who may send mail for this name',
            state: 'wanted',
            because: told(0)[0]!,
          },
          {
            name: 'shop.example',
            type: 'TXT',
            ttl: 3600,
            value: '"odd \\" \\\\ ${a} %{b} \\009"',
            purpose: '',
            state: 'seen',
          },
          {
            name: 'shop.example',
            type: 'CAA',
            ttl: 300,
            value: '0 issue "letsencrypt.org"',
            purpose: 'who may issue certificates',
            state: 'seen',
          },
          {
            name: 'app.shop.example',
            type: 'CNAME',
            ttl: 300,
            value: 'shop.vercel.example.',
            purpose: 'the app',
            state: 'seen',
          },
          {
            name: 's1._domainkey.shop.example',
            type: 'TXT',
            ttl: 300,
            value: `"${'a'.repeat(255)}" "${'b'.repeat(40)}"`,
            purpose: 'DKIM: key s1',
            state: 'seen',
          },
          {
            name: '_dmarc.shop.example',
            type: 'TXT',
            ttl: 300,
            value: '"v=DMARC1; p=none; rua=mailto:<your mailbox>"',
            purpose: 'DMARC',
            state: 'wanted',
            because: told(1)[0]!,
          },
        ],
        findings: told(1),
      },
    ],
    hosts: [
      host('shop.example', { purpose: 'apex', ends: 'https://shop.example/', past: ['192.0.2.10'], findings: told(0) }),
      host('www.shop.example', { purpose: 'www', aliases: ['shop.example'], ends: 'https://shop.example/' }),
      host('app.shop.example', {
        purpose: 'app',
        aliases: ['shop.vercel.example'],
        addresses: ['198.51.100.7'],
        front: { name: 'Vercel', kind: 'platform' },
        tls: DATED,
        findings: told(1),
      }),
      host('api.shop.example', {
        purpose: 'api',
        addresses: ['192.0.2.20', '192.0.2.21', '2001:db8::20'],
        front: null,
      }),
      host('old.shop.example', {
        addresses: [],
        aliases: ['gone.herokudns.example'],
        front: null,
        tls: null,
        findings: told(0),
      }),
      host(HOSTILE, {
        tls: {
          level: 'broken',
          points: 0,
          steps: [{ takes: 100, why: 'the certificate has ended' }],
          versions: 'TLS 1.3',
        },
      }),
      ...Array.from({ length: more }, (_, index) => host(`tenant-${index + 1}.shop.example`)),
    ],
    left: 0,
  };
};

export const surfaceReview = (more = 0): Review => {
  const review = noGoReview();
  return { ...review, surface: sampleSurface(review, more) };
};
