import type { HostingDomain } from '../../../model/evidence/hosting.ts';
import { hostOf, isLocal, isStandIn } from '../pointing.ts';

type As = HostingDomain['as'];

/** Where pages and their tools name the site's own address, by file and pattern. */
const NAMED: readonly (readonly [As, RegExp, RegExp])[] = [
  ['site', /\.html$/, /<link[^>]{0,200}\brel=["']canonical["'][^>]{0,200}\bhref=["']([^"']+)/gi],
  ['site', /\.html$/, /<meta[^>]{0,200}\bproperty=["']og:url["'][^>]{0,200}\bcontent=["']([^"']+)/gi],
  ['sitemap', /(?:^|\/)robots\.txt$/, /^\s*Sitemap:\s*(\S+)/gim],
  ['sitemap', /(?:^|\/)sitemap[\w-]*\.xml$/, /<loc>\s*([^<\s]+)/gi],
  ['site', /\.[cm]?[jt]sx?$/, /\bmetadataBase\s*:\s*new URL\(\s*["'`]([^"'`$]+)/g],
  ['site', /(?:^|\/)next-sitemap\.config\.[cm]?[jt]s$/, /\bsiteUrl\s*:\s*["'`]([^"'`$]+)/g],
  ['site', /(?:^|\/)astro\.config\.[cm]?[jt]s$/, /\bsite\s*:\s*["'`]([^"'`$]+)/g],
];
/** A list of origins that browsers may call from. */
const ORIGINS =
  /\b(?:allowed_?origins?|cors_?origins?|trusted_?origins?|origins?)\b["']?\s*(?::|=)\s*(?:\w+\s*=\s*)?(\[[^\]]{0,3000}\]|["'`][^"'`\n]{4,200}["'`])/gi;
const ADDRESS = /["'`](https?:\/\/[^"'`$\s]{3,200})["'`]/g;
const MOST_OF_A_FILE = 50;

/** Domains that a file of the site names as its own or lets in; once a file and use. */
export const domainsIn = (path: string, text: string): HostingDomain[] => {
  const found: HostingDomain[] = [];
  const add = (as: As, address: string, at: number): void => {
    const domain = hostOf(address);
    if (domain === undefined || isLocal(domain) || isStandIn(domain) || found.length >= MOST_OF_A_FILE) return;
    if (found.some((one) => one.domain === domain && one.as === as)) return;
    found.push({ domain, as, environment: 'unknown', at: { path, line: text.slice(0, at).split('\n').length } });
  };
  for (const [as, file, pattern] of NAMED) {
    if (!file.test(path)) continue;
    for (const one of text.matchAll(pattern)) add(as, one[1] ?? '', one.index);
  }
  if (/\.[cm]?[jt]sx?$/.test(path) && /origin/i.test(text))
    for (const list of text.matchAll(ORIGINS))
      for (const [, address = ''] of (list[1] ?? '').matchAll(ADDRESS)) add('origin', address, list.index);
  return found;
};
