import { createHash } from 'node:crypto';
import type { WebPage } from '../../../model/evidence/edge/web.ts';
import type { NetAnswer } from '../../../net/net.ts';
import { inlineIn, loadsOf } from './loads.ts';
import { decoded } from './entities.ts';
import { readMarkup, type Markup, type Tag } from './markup.ts';
import { assetsOf } from './assets/assets-of.ts';
import { blockedIn } from './csp/blocked.ts';
import { policiesOf, sentPolicies } from './csp/policies.ts';

const MOST_HEADERS = 120;
const MOST_VALUE = 8_000;
const MOST_MIXED = 50;
/** What a page shows of itself. Markup is read tag by tag, as far as the first 512 KB. */
export const readPage = (url: string, answer: NetAnswer, again?: NetAnswer): WebPage => {
  const headers = listed(answer);
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const text = /html|^$/.test(type) ? Buffer.from(answer.body).toString('utf8') : '';
  const markup = readMarkup(text);
  const { tags, outside } = markup;
  const of = (tag: string, name: string, value: RegExp): ReadonlyMap<string, string>[] =>
    tags
      .filter((one) => one.tag === tag && value.test(one.attributes.get(name) ?? ''))
      .map(({ attributes }) => attributes);
  const canonical = of('link', 'rel', /^canonical$/i)[0]?.get('href');
  const robots = of('meta', 'name', /^robots$/i)[0]?.get('content');
  const metaCsp = of('meta', 'http-equiv', /^content-security-policy$/i).map((one) =>
    (one.get('content') ?? '').slice(0, MOST_VALUE),
  );
  return {
    url,
    status: answer.status,
    type,
    headers,
    again: again === undefined ? headers : listed(again),
    title: decoded(/<title[^>]{0,200}>([^<]{0,300})/i.exec(outside)?.[1] ?? '').trim(),
    ...(canonical !== undefined && URL.canParse(canonical, url) ? { canonical: new URL(canonical, url).href } : {}),
    ...(robots === undefined ? {} : { robots: robots.slice(0, 200) }),
    metaCsp,
    policies: policiesOf(headers, metaCsp),
    ...(text === '' ? {} : { loads: { ...loadsOf(tags, url), ...steadiness(tags, again) } }),
    ...(text === '' ? {} : stoppedAndLoaded(markup, headers, url)),
    mixed: mixedIn(tags),
    passwordForms: passwordForms(outside, url),
    digest: createHash('sha256').update(answer.body).digest('hex'),
  };
};

const stoppedAndLoaded = (
  markup: Markup,
  headers: WebPage['headers'],
  url: string,
): Required<Pick<WebPage, 'blocked' | 'assets'>> => {
  const blocked = blockedIn(markup, sentPolicies(headers), url);
  const stopped = new Set(blocked.flatMap(({ inline, what }) => (inline ? [] : [what])));
  return { blocked, assets: assetsOf(markup.tags, url).filter((asset) => !stopped.has(asset.url)) };
};

/** Whether the inline scripts of the second answer are the same. */
const steadiness = (tags: readonly Tag[], again: NetAnswer | undefined): { steady?: boolean } => {
  if (again === undefined) return {};
  const hashes = (page: readonly Tag[]): string =>
    inlineIn(page)
      .map(({ hash }) => hash)
      .join(' ');
  return { steady: hashes(tags) === hashes(readMarkup(Buffer.from(again.body).toString('utf8')).tags) };
};

const listed = ({ headers }: NetAnswer): [string, string][] =>
  headers.slice(0, MOST_HEADERS).map(([name, value]) => [name, value.slice(0, MOST_VALUE)]);

const mixedIn = (tags: readonly Tag[]): WebPage['mixed'] =>
  tags
    .flatMap(({ tag, attributes }) => {
      const name = tag === 'link' ? 'href' : tag === 'form' ? 'action' : tag === 'object' ? 'data' : 'src';
      // Of links only those that load something.
      if (tag === 'link' && !/stylesheet|icon|preload|manifest/i.test(attributes.get('rel') ?? '')) return [];
      const url = attributes.get(name) ?? '';
      return /^http:\/\//i.test(url) ? [{ tag, url: url.slice(0, 500) }] : [];
    })
    .slice(0, MOST_MIXED);

const passwordForms = (markup: string, url: string): string[] =>
  markup
    .split(/<form\b/i)
    .slice(1, 20)
    .map((part) => part.split(/<\/form/i)[0] ?? '')
    .filter((part) => /type\s*=\s*["']?password/i.test(part))
    .flatMap((part) => {
      const [, a, b, c] = /^[^>]{0,2000}?\baction\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(part) ?? [];
      const action = decoded(a ?? b ?? c ?? '');
      return URL.canParse(action, url) ? [new URL(action, url).href] : [];
    });
