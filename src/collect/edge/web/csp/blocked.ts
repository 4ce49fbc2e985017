import { createHash } from 'node:crypto';
import type { WebBlocked } from '../../../../model/evidence/edge/web.ts';
import type { Markup, Tag } from '../markup.ts';
import { allowsUrl, directivesIn, parseSources, type SourceList } from './source-list.ts';
import { baseOf, wantedBy, type Wanted } from './wanted.ts';

/** Of each kind: a page of a hundred styled elements may have one script, at its end. */
const MOST_BLOCKED = 60;
const MOST_IN_ATTRIBUTES = 10;
const MOST_WANTED = 5_000;
const MOST_POLICIES = 10;
const MOST_BYTES = 8_000;
const LONGEST = 300;

/** Directives by name, the first of each. `since`: which tag of the page it stands in; what comes before is free of it. */
interface Policy {
  directives: ReadonlyMap<string, SourceList>;
  since: number;
}

interface Rule {
  name: string;
  sources: SourceList;
}

/** What of a page's markup its own policies stop. `sent`: policies of its headers. Every policy must allow what is loaded. */
export const blockedIn = (markup: Markup, sent: readonly string[], page: string): WebBlocked[] => {
  const { tags } = markup;
  const policies = policiesFor(markup, sent);
  if (policies.length === 0) return [];
  const at = new URL(page);
  const base = allowedBase(tags, policies, at);
  const isLifted = policies.some(({ directives }) => directives.has('upgrade-insecure-requests'));
  const wanted = tags.flatMap((tag, index) => wantedBy(tag, base).map((one) => ({ ...one, index })));
  const found = wanted.slice(0, MOST_WANTED).flatMap(({ index, ...one }): WebBlocked[] => {
    const url = one.url === undefined ? undefined : liftedIf(isLifted, one.url);
    // What comes in the clear a browser stops for that: it is told elsewhere.
    if (url !== undefined && at.protocol === 'https:' && url.protocol === 'http:') return [];
    const by = policies
      .filter(({ since }) => since < index)
      .map(({ directives }) => ruleFor(directives, one.chain))
      .find((rule) => rule !== undefined && !allows(rule.sources, one, url, at));
    return by === undefined ? [] : [told(by, one, url)];
  });
  return [...Map.groupBy(found, ({ kind }) => kind).entries()].flatMap(([kind, parts]) =>
    parts.slice(0, kind === 'handler' || kind === 'styled' ? MOST_IN_ATTRIBUTES : MOST_BLOCKED),
  );
};

const told = ({ name, sources }: Rule, { kind, content }: Wanted, url: URL | undefined): WebBlocked => ({
  kind,
  what: (url?.href ?? content.trim().replaceAll(/\s+/g, ' ')).slice(0, LONGEST),
  inline: url === undefined,
  rule: `${name} ${sources.text}`.slice(0, LONGEST),
});

/** A policy in the body is none (HTML 4.2.5.3). */
const policiesFor = ({ tags, inHead }: Markup, sent: readonly string[]): Policy[] =>
  [
    ...sent.map((text) => ({ directives: directivesOf(text), since: -1 })),
    ...tags.flatMap((tag, since) =>
      isPolicy(tag) && since < inHead ? [{ directives: directivesOf(tag.attributes.get('content')), since }] : [],
    ),
  ].slice(0, MOST_POLICIES);

const isPolicy = ({ tag, attributes }: Tag): boolean =>
  tag === 'meta' && attributes.get('http-equiv')?.trim().toLowerCase() === 'content-security-policy';

const directivesOf = (text = ''): Policy['directives'] => {
  const found = new Map<string, SourceList>();
  for (const { name, sources } of directivesIn(text.slice(0, MOST_BYTES)))
    if (!found.has(name)) found.set(name, parseSources(sources));
  return found;
};

const ANY = parseSources(['*']);

/** The page's base, where its policies let it in. */
const allowedBase = (tags: readonly Tag[], policies: readonly Policy[], page: URL): URL => {
  const base = baseOf(tags, page);
  const isAllowed = policies.every(({ directives }) => allowsUrl(directives.get('base-uri') ?? ANY, base, page));
  return isAllowed ? base : page;
};

const liftedIf = (isLifted: boolean, url: URL): URL =>
  isLifted && url.protocol === 'http:' ? new URL(url.href.replace('http:', 'https:')) : url;

const ruleFor = (directives: Policy['directives'], chain: readonly string[]): Rule | undefined =>
  chain.flatMap((name) => {
    const sources = directives.get(name);
    return sources === undefined ? [] : [{ name, sources }];
  })[0];

/** What is no UTF-8 was read otherwise by a browser, so that its digest is not known. */
const UNREAD = '\uFFFD';

const allows = (sources: SourceList, wanted: Wanted, url: URL | undefined, page: URL): boolean => {
  const { kind, nonce, integrity, content } = wanted;
  const { keywords, nonces, hashes } = sources;
  if (nonce !== '' && (kind === 'script' || kind === 'style') && nonces.has(nonce)) return true;
  const isDynamic = (kind === 'script' || kind === 'handler') && keywords.has("'strict-dynamic'");
  if (url !== undefined)
    return (kind === 'script' && isVouchedFor(hashes, integrity)) || (!isDynamic && allowsUrl(sources, url, page));
  const mayHash = kind === 'script' || kind === 'style' || keywords.has("'unsafe-hashes'");
  const isRead = !content.includes(UNREAD);
  if (mayHash && hashes.size > 0 && (!isRead || digestsOf(content).some((digest) => hashes.has(digest)))) return true;
  return keywords.has("'unsafe-inline'") && !isDynamic && nonces.size === 0 && hashes.size === 0;
};

/** Of the line ends of the parsed page: HTML 13.2.3.5 turns CRLF into LF. */
const digestsOf = (content: string): string[] =>
  ['sha256', 'sha384', 'sha512'].map(
    (algorithm) => `${algorithm}-${createHash(algorithm).update(content.replaceAll(/\r\n?/g, '\n')).digest('base64')}`,
  );

/** Whether each digest that the tag gives stands in the list too (CSP3 6.7.1.1). */
const isVouchedFor = (hashes: SourceList['hashes'], integrity: string): boolean => {
  const digests = integrity.split(/\s+/).flatMap((one) => /^(sha(?:256|384|512)-[^?]+)/i.exec(one)?.[1] ?? []);
  return digests.length > 0 && digests.every((digest) => hashes.has(digest));
};
