import { defineCheck } from '../../../model/check.ts';
import type { WebAsset, WebPage } from '../../../model/evidence/edge/web.ts';
import { plural, printable, shellWord } from '../../secrets/leak/text.ts';
import { htmlPages } from '../web-words.ts';

/** Put into pages by the host for its own counting: the page does without. */
const OF_THE_HOST = /^\/(?:_vercel\/(?:speed-)?insights|cdn-cgi)\//;

type Broken = WebAsset & Required<Pick<WebAsset, 'broken'>>;

const MEANING: Readonly<Record<Broken['broken']['how'], string>> = {
  unasked: 'a digest of another origin is only compared with crossorigin: browsers do not load it',
  gone: 'it is not there',
  page: 'a page is served in its place',
  type: 'browsers refuse it under that type',
  digest: 'its bytes are not those of the digest: browsers do not load it',
  unshared: 'it is asked for with CORS, and the server does not let the page’s origin have it',
};

const REMEDY: Readonly<Record<Broken['broken']['how'], string>> = {
  unasked: 'Write crossorigin="anonymous" beside integrity.',
  gone: 'Publish files before the pages that name them, keep those of the last release, and purge kept pages after a release.',
  page: 'Let paths of files that are not there answer 404 in place of the app’s page; then publish the files that are missing.',
  type: 'Serve scripts as text/javascript and styles as text/css.',
  digest:
    'Compute the digest of what is really served (minifying and rewriting at the CDN change it), or take integrity off files of your own host.',
  unshared:
    'Answer Access-Control-Allow-Origin with the page’s origin (or *, for files that anybody may have) and Vary: Origin.',
};

export default defineCheck({
  id: 'edge/asset-broken',
  stage: 'edge',
  bar: [],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Scripts and styles of the pages load in browsers',
    fail: 'Pages load scripts or styles that browsers do not take',
  },
  why: 'The server answers 200 and monitors are content, while visitors see a page that does nothing.',
  references: ['Subresource Integrity 3.3', 'Fetch Standard 3.6 (nosniff)', 'Fetch Standard 3.3 (CORS)'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts, login } }) => {
    const pages = [...htmlPages(hosts).map(({ page }) => page), ...(login === undefined ? [] : [login])];
    if (pages.every(({ assets = [] }) => assets.length === 0)) return 'not-applicable';
    const seen = new Set<string>();
    return pages.flatMap((page) => {
      // The same page may stand at several hosts.
      const fresh = brokenOf(page).filter(({ url }) => !seen.has(new URL(url).pathname));
      for (const { url } of fresh) seen.add(new URL(url).pathname);
      const [first] = fresh;
      if (first === undefined) return [];
      const needed = fresh.filter(({ url }) => !OF_THE_HOST.test(new URL(url).pathname));
      const severity = needed.length === 0 ? 'low' : needed.some(({ kind }) => kind === 'script') ? 'high' : 'medium';
      return [
        {
          key: new URL(first.url).pathname,
          severity,
          title: `Browsers do not take ${fresh.length === 1 ? `a ${first.kind}` : plural(fresh.length, 'file')} of ${printable(new URL(page.url).hostname)}`,
          where: { host: new URL(page.url).hostname, url: page.url },
          data: { hows: [...new Set(fresh.map(({ broken }) => broken.how))], url: first.url },
          proof: {
            kind: 'exchange' as const,
            text: [
              `GET ${printable(page.url)} → ${page.status}`,
              ...fresh
                .slice(0, 6)
                .map(
                  ({ url, broken: { how, said } }) => `  ${printable(url)}\n    ${printable(said)}: ${MEANING[how]}`,
                ),
            ].join('\n'),
          },
        },
      ];
    });
  },
  fix: ({ data }) => {
    const { hows, url } = data as { hows: readonly Broken['broken']['how'][]; url: string };
    return {
      steps: hows.map((how) => REMEDY[how]),
      verify: hows.includes('digest')
        ? `curl -s ${shellWord(url)} | openssl dgst -sha384 -binary | openssl base64 -A`
        : `curl -sI ${shellWord(url)}`,
    };
  },
});

const brokenOf = ({ assets = [] }: WebPage): Broken[] =>
  assets.flatMap((asset) => (asset.broken === undefined ? [] : [{ ...asset, broken: asset.broken }]));
