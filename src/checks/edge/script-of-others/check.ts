import { defineCheck } from '../../../model/check.ts';
import type { WebPage } from '../../../model/evidence/edge/web.ts';
import { printable, shellWord } from '../../secrets/leak/text.ts';
import { htmlPages } from '../web-words.ts';
import { isTaken, pinnedBy } from './pinned.ts';

/** `bare`: always the same bytes, and no digest that would hold the host to it. */
type How = 'taken' | 'moving' | 'bare';

const SEVERITY = { taken: 'high', moving: 'medium', bare: 'low' } as const;
const ORDER: readonly How[] = ['taken', 'moving', 'bare'];

const titleOf = (how: How, host: string, more: string): string =>
  ({
    taken: `A script comes from ${host}${more}, whose owner has handed out malicious code`,
    moving: `A script of ${host}${more} changes with its next release`,
    bare: `A script of ${host}${more} runs whatever that host serves`,
  })[how];

const STEPS: Readonly<Record<How, readonly string[]>> = {
  taken: [
    'Take it out of the pages today: browsers of the last years need no such script.',
    'Where something of it is needed, serve it from your own host.',
  ],
  moving: [
    'Install the package and let your build bundle it; cdn.tailwindcss.com is meant for trying things out, by its own maker.',
    'Or name one release (name@1.2.3) and give the tag integrity and crossorigin="anonymous".',
  ],
  bare: ['Give the tag integrity and crossorigin="anonymous", or install the package and let your build bundle it.'],
};

export default defineCheck({
  id: 'edge/script-of-others',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Packages of others are bound to what they were when you chose them',
    fail: 'Pages run packages of others that may change',
  },
  why: 'A script runs with everything that the visitor may do: whoever publishes the package or runs the host acts in the name of your users.',
  references: ['Subresource Integrity', 'ASVS 5.0 3.6.1', 'CWE-353', 'CWE-829'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts, login } }) => {
    const pages = [...htmlPages(hosts).map(({ page }) => page), ...(login === undefined ? [] : [login])];
    if (pages.length === 0) return 'not-applicable';
    const found = pages.flatMap(scriptsOf);
    return ORDER.flatMap((how) => {
      const scripts = [...new Map(found.filter((one) => one.how === how).map((one) => [one.url.href, one])).values()];
      const [first] = scripts;
      if (first === undefined) return [];
      const more = scripts.length === 1 ? '' : ` (and ${scripts.length - 1} more)`;
      return [
        {
          key: how,
          severity: SEVERITY[how],
          title: titleOf(how, printable(first.url.hostname), more),
          where: { host: new URL(first.page).hostname, url: first.page },
          data: how,
          proof: {
            kind: 'exchange' as const,
            text: scripts
              .slice(0, 6)
              .map(({ page, url }) => `${printable(page)} runs ${printable(url.href)}`)
              .join('\n'),
          },
        },
      ];
    });
  },
  fix: ({ where, data }) => ({
    steps: STEPS[data as How],
    verify: `curl -s ${shellWord(where.url ?? '')} | grep -oE '<script[^>]*src="https?://[^>]*>'`,
  }),
});

interface Script {
  page: string;
  url: URL;
  how: How;
}

const scriptsOf = ({ url: page, assets = [] }: WebPage): Script[] =>
  assets.flatMap(({ kind, url: address, integrity, broken }): Script[] => {
    const url = new URL(address);
    if (kind !== 'script' || broken !== undefined) return [];
    if (isTaken(url.hostname)) return [{ page, url, how: 'taken' }];
    const pinned = integrity === '' ? pinnedBy(url) : null;
    return pinned === null ? [] : [{ page, url, how: pinned === 'exact' ? 'bare' : 'moving' }];
  });
