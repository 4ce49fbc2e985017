import type { FrontKind } from '../../../model/evidence/edge/front.ts';
import type { HeaderList } from '../../../net/http/wire.ts';

export interface Vendor {
  id: string;
  name: string;
  kind: FrontKind;
  /** Header and what its value looks like. Outermost first: an app behind two of them shows the signs of both. */
  headers: readonly (readonly [name: string, value: RegExp])[];
}

const ANY = /./;

/** In the order in which headers are believed: what stands outermost, before the platforms that may stand behind it. */
export const VENDORS: readonly Vendor[] = [
  { id: 'render', name: 'Render', kind: 'platform', headers: [['rndr-id', ANY]] },
  { id: 'shopify', name: 'Shopify', kind: 'platform', headers: [['x-shopify-stage', ANY]] },
  {
    id: 'cloudflare',
    name: 'Cloudflare',
    kind: 'cdn',
    headers: [
      ['cf-ray', /^[\da-f]{10,}/i],
      ['server', /^cloudflare$/i],
    ],
  },
  {
    id: 'cloudfront',
    name: 'Amazon CloudFront',
    kind: 'cdn',
    headers: [
      ['x-amz-cf-id', ANY],
      ['via', /cloudfront\.net/i],
    ],
  },
  {
    id: 'akamai',
    name: 'Akamai',
    kind: 'cdn',
    headers: [
      ['akamai-grn', ANY],
      ['x-akamai-transformed', ANY],
      ['server', /^AkamaiGHost/i],
    ],
  },
  { id: 'imperva', name: 'Imperva', kind: 'cdn', headers: [['x-iinfo', ANY]] },
  { id: 'sucuri', name: 'Sucuri', kind: 'cdn', headers: [['x-sucuri-id', ANY]] },
  {
    id: 'bunny',
    name: 'bunny.net',
    kind: 'cdn',
    headers: [
      ['server', /^BunnyCDN/i],
      ['cdn-pullzone', ANY],
    ],
  },
  { id: 'azure-front-door', name: 'Azure Front Door', kind: 'cdn', headers: [['x-azure-ref', ANY]] },
  { id: 'keycdn', name: 'KeyCDN', kind: 'cdn', headers: [['server', /^keycdn/i]] },
  { id: 'cdn77', name: 'CDN77', kind: 'cdn', headers: [['server', /^CDN77/i]] },
  {
    id: 'vercel',
    name: 'Vercel',
    kind: 'platform',
    headers: [
      ['x-vercel-id', ANY],
      ['server', /^Vercel$/i],
    ],
  },
  {
    id: 'netlify',
    name: 'Netlify',
    kind: 'platform',
    headers: [
      ['x-nf-request-id', ANY],
      ['server', /^Netlify/i],
    ],
  },
  { id: 'github-pages', name: 'GitHub Pages', kind: 'platform', headers: [['server', /^GitHub\.com$/i]] },
  { id: 'firebase', name: 'Firebase Hosting', kind: 'platform', headers: [] },
  { id: 'squarespace', name: 'Squarespace', kind: 'platform', headers: [['server', /^Squarespace$/i]] },
  { id: 'wix', name: 'Wix', kind: 'platform', headers: [['x-wix-request-id', ANY]] },
  { id: 'lovable', name: 'Lovable', kind: 'platform', headers: [] },
  { id: 'fastly', name: 'Fastly', kind: 'cdn', headers: [['x-served-by', /^cache-/i]] },
  {
    id: 'fly',
    name: 'Fly.io',
    kind: 'proxy',
    headers: [
      ['fly-request-id', ANY],
      ['via', /\bfly\.io\b/i],
    ],
  },
  { id: 'railway', name: 'Railway', kind: 'proxy', headers: [['server', /^railway/i]] },
  {
    id: 'heroku',
    name: 'Heroku',
    kind: 'proxy',
    headers: [
      ['server', /^heroku/i],
      ['via', /heroku-router|\bvegur\b/i],
    ],
  },
  {
    id: 'google',
    name: 'Google Cloud',
    kind: 'proxy',
    headers: [
      ['server', /^Google Frontend$/i],
      ['via', /^1\.1 google$/i],
    ],
  },
];

/** Also for a vendor that only `--ranges` names. */
export const vendorOf = (id: string): Vendor =>
  VENDORS.find((vendor) => vendor.id === id) ?? { id, name: id, kind: 'cdn', headers: [] };

/** The headers of an answer that tell a vendor, as `name: value`, shortened. */
export const signsOf = ({ headers: wanted }: Vendor, headers: HeaderList): string[] =>
  wanted.flatMap(([name, value]) => {
    const found = headers.find(([own, text]) => own === name && value.test(text));
    return found === undefined ? [] : [`${name}: ${found[1].slice(0, 80)}`];
  });
