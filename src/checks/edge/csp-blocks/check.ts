import { defineCheck } from '../../../model/check.ts';
import type { WebBlocked, WebPage } from '../../../model/evidence/edge/web.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { cspSnippet, derivedFrom, type CspData } from '../csp/snippet.ts';
import { htmlPages, INSIDE } from '../web-words.ts';
import { remedies } from './remedies.ts';

/** Put into pages by the CDN, not by the app; nothing of the page misses it. */
const OF_THE_CDN = /^https:\/\/static\.cloudflareinsights\.com\//;

const WEIGHT: Readonly<Record<WebBlocked['kind'], 'high' | 'medium' | 'low'>> = {
  script: 'high',
  form: 'high',
  handler: 'medium',
  style: 'medium',
  frame: 'medium',
  object: 'medium',
  img: 'medium',
  media: 'medium',
  connect: 'medium',
  font: 'low',
  manifest: 'low',
  styled: 'low',
};
const ORDER = ['high', 'medium', 'low'] as const;

/** What scripts ask for may be meant to be stopped: a pixel that a tag brings along. */
const weightOf = ({ kind, late }: WebBlocked): (typeof ORDER)[number] =>
  late === true && WEIGHT[kind] === 'high' ? 'medium' : WEIGHT[kind];

const WORDS: Partial<Record<WebBlocked['kind'], readonly [one: string, several: string]>> = {
  script: ['a script', 'scripts'],
  form: ['a form', 'forms'],
  handler: ['code of an attribute', 'code of attributes'],
  style: ['a style', 'styles'],
  styled: ['style in an attribute', 'style in attributes'],
  frame: ['a frame', 'frames'],
  img: ['a picture', 'pictures'],
  media: ['a film or sound', 'films or sounds'],
  connect: ['a request', 'requests'],
  font: ['a font', 'fonts'],
};

interface Stopped {
  page: WebPage;
  blocked: readonly WebBlocked[];
}

export default defineCheck({
  id: 'edge/csp-blocks',
  stage: 'edge',
  bar: [],
  severity: 'high',
  effort: 'hours',
  title: {
    pass: 'The content security policy lets pages load what they load',
    fail: 'The content security policy blocks parts of the page itself',
  },
  why: 'Browsers keep to the policy: what it does not name does not run or show, for every visitor, and only their console says so.',
  references: ['CSP Level 3 6.1', 'CSP Level 3 6.7.2'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts, login } }) => {
    const pages = htmlPages(hosts).filter(({ page }) => page.policies.length > 0);
    if (pages.length === 0) return 'not-applicable';
    const seen = [...pages.map(({ page }) => page), ...(login === undefined ? [] : [login])];
    const stopped = seen.map((page) => ({ page, blocked: felt(page) })).filter(({ blocked }) => blocked.length > 0);
    const [first] = stopped;
    if (first === undefined) return [];
    const parts = stopped.flatMap(({ blocked }) => blocked);
    const all = [...new Map(parts.map((part) => [`${part.kind} ${part.what}`, part])).values()];
    const severity = ORDER.find((one) => all.some((part) => weightOf(part) === one)) ?? 'low';
    const worst = all.filter((part) => weightOf(part) === severity);
    const name = printable(new URL(first.page.url).hostname);
    const others = new Set(stopped.map(({ page }) => new URL(page.url).hostname)).size - 1;
    return [
      {
        key: 'csp',
        severity,
        title: `The content security policy of ${name}${others === 0 ? '' : ` and ${plural(others, 'more host')}`} blocks ${wordFor(worst)} of its own pages`,
        where: { host: new URL(first.page.url).hostname, url: first.page.url },
        data: { ...derivedFrom(seen), lines: remedies(all) },
        proof: { kind: 'exchange', text: proofOf(stopped) },
      },
    ];
  },
  fix: ({ where, data }) => {
    const { lines, ...derived } = data as CspData & { lines: readonly string[] };
    return {
      steps: [
        ...lines,
        ...derived.before,
        `Or replace it by the policy below, which was derived from what the pages load. Send that as Content-Security-Policy-Report-Only first, ${derived.trial}`,
      ],
      snippet: cspSnippet(derived),
      verify: `npx launch-ready edge ${where.host}`,
    };
  },
});

/** What a visitor misses. That a form leads to the developer's machine is told of the login page. */
const felt = ({ blocked = [] }: WebPage): WebBlocked[] =>
  blocked.filter(
    ({ kind, what }) => !OF_THE_CDN.test(what) && !(kind === 'form' && INSIDE.test(URL.parse(what)?.hostname ?? '')),
  );

const wordFor = (blocked: readonly WebBlocked[]): string => {
  const kinds = [...new Set(blocked.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const [one, several] = WORDS[kind] ?? ['a part', 'parts'];
      return blocked.filter((part) => part.kind === kind).length === 1 ? one : several;
    })
    .join(' and ');
};

const MOST_LINES = 8;

const proofOf = (stopped: readonly Stopped[]): string => {
  const told = new Set<string>();
  return stopped
    .slice(0, 4)
    .map(({ page, blocked }) => {
      const lines = linesOf(blocked);
      const text = lines.join('\n');
      const isKnown = told.has(text);
      told.add(text);
      const asked = `GET ${printable(page.url)} → ${page.status}`;
      return isKnown ? `${asked}: the same` : [asked, ...lines].join('\n');
    })
    .join('\n');
};

const linesOf = (blocked: readonly WebBlocked[]): string[] => {
  const lines = blocked
    .toSorted((a, b) => ORDER.indexOf(weightOf(a)) - ORDER.indexOf(weightOf(b)))
    .slice(0, MOST_LINES)
    .map(({ kind, what, inline, rule }) => {
      const name = inline ? `${WORDS[kind]?.[0] ?? kind} in the page: ${what.slice(0, 60)}` : what;
      return `  ${printable(name)}\n    blocked by ${printable(rule)}`;
    });
  const more = blocked.length > MOST_LINES ? [`  and ${plural(blocked.length - MOST_LINES, 'more part')}`] : [];
  return [...lines, ...more];
};
