import { createHash } from 'node:crypto';
import type { GoodAnswer } from '../../contract/send.ts';
import { asMethod, draftOf, schemaOfValue, type Draft } from '../draft.ts';
import { isDangerous } from '../words.ts';
import { Clusters } from './clusters.ts';
import { formDraft } from './form-draft.ts';
import { readPage, type Form } from './read-page.ts';

export interface CrawlFindings {
  drafts: Draft[];
  scripts: Set<string>;
  inline: { code: string; url: string }[];
  /** Addresses that attributes name, the method unknown. */
  hints: { origin: string; path: string }[];
  pages: number;
  stopped?: string;
}

const MOST_PAGES = 60;
const DEEPEST = 4;
const MOST_INLINE = 60;
const STATIC = /\.(?:m?js|css|map|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|pdf|zip|gz|mp[34]|webm|xml|txt|wasm)$/i;

export interface Waiting {
  url: URL;
  depth: number;
}

/** What a walk through pages has seen, and where it goes next. Sends nothing. */
export class Walk {
  readonly #origins: readonly string[];
  readonly #clusters = new Clusters();
  readonly #queue: Waiting[] = [];
  readonly #known = new Map<string, number>();
  readonly #bodies = new Set<string>();
  readonly #linked: URL[] = [];
  readonly #got: { url: URL; answer?: Draft['answer'] }[] = [];
  readonly #forms: { form: Form; url: URL }[] = [];
  readonly #others: { method: string; url: URL }[] = [];
  readonly #missing = new Set<string>();
  readonly #scripts = new Set<string>();
  readonly #inline: CrawlFindings['inline'] = [];
  readonly #hints = new Map<string, { origin: string; path: string }>();
  #pages = 0;

  constructor(origins: readonly string[]) {
    this.#origins = origins;
  }

  get hasMore(): boolean {
    return this.#queue.length > 0 && this.#pages < MOST_PAGES;
  }

  take(most: number): Waiting[] {
    const batch = this.#queue.splice(0, Math.min(most, MOST_PAGES - this.#pages));
    this.#pages += batch.length;
    return batch;
  }

  /** Each shape of address is walked once, or twice where it carries an id: the second may be of another kind. */
  add(url: URL, depth: number): void {
    if (!this.#origins.includes(url.origin) || STATIC.test(url.pathname) || url.href.length > 2_000) return;
    this.#clusters.add(url.pathname);
    if (this.#linked.length < 5_000) this.#linked.push(url);
    if (depth > DEEPEST || isDangerous(url.pathname + url.search)) return;
    const { template, values } = this.#clusters.templatize(url.pathname);
    const key = `${url.origin}${template}?${[...new Set(url.searchParams.keys())].sort().join('&')}`;
    const count = this.#known.get(key) ?? 0;
    if (count >= (Object.keys(values).length > 0 ? 2 : 1)) return;
    this.#known.set(key, count + 1);
    this.#queue.push({ url, depth });
  }

  /** No answer: nothing says that it exists. */
  silent(url: URL): void {
    this.#missing.add(url.origin + url.pathname);
  }

  read({ url, depth }: Waiting, answer: GoodAnswer): void {
    const { status, headers } = answer;
    if (status === 404 || status === 410 || status === 405) {
      this.#missing.add(url.origin + url.pathname);
      return;
    }
    if (status >= 500) return this.silent(url);
    const location = headers['location'];
    if (status >= 300 && status < 400 && location !== undefined) {
      this.#got.push({ url });
      if (URL.canParse(location, url.href)) this.add(new URL(location, url.href), depth + 1);
      return;
    }
    const contentType = (headers['content-type'] ?? '').split(';')[0]?.trim();
    const isHtml = /html/i.test(contentType ?? '');
    // One page for every address is the shell of an app that draws itself: its routes are not the server's.
    const body = isHtml
      ? createHash('sha256')
          .update(answer.text.replaceAll(/nonce="[^"]*"/g, ''))
          .digest('base64')
      : '';
    if (isHtml && status < 400) {
      if (this.#bodies.has(body)) {
        this.#missing.add(url.origin + url.pathname);
        return;
      }
      this.#bodies.add(body);
    }
    const isJson = answer.json !== undefined;
    this.#got.push({
      url,
      ...(status < 300 && contentType
        ? { answer: { status, contentType, ...(isJson ? { schema: schemaOfValue(answer.json) } : {}) } }
        : {}),
    });
    if (isHtml) this.#page(answer.text, url, depth);
  }

  #page(html: string, at: URL, depth: number): void {
    const page = readPage(html);
    const resolved = (text: string): URL | undefined => {
      const clean = text.trim();
      if (/^(?:javascript|mailto|tel|data|blob|#)/i.test(clean) || !URL.canParse(clean, at.href)) return undefined;
      const url = new URL(clean, at.href);
      url.hash = '';
      return this.#origins.includes(url.origin) ? url : undefined;
    };
    for (const link of page.links) {
      const url = resolved(link);
      if (url !== undefined) this.add(url, depth + 1);
    }
    for (const file of page.media) {
      const url = resolved(file);
      // A file with an id for a name is guarded by the app, or should be.
      if (url === undefined || STATIC.test(url.pathname)) continue;
      this.#clusters.add(url.pathname);
      if (this.#linked.length < 5_000) this.#linked.push(url);
    }
    for (const script of page.scripts) {
      const url = resolved(script);
      if (url !== undefined) this.#scripts.add(url.href);
    }
    for (const code of page.inline)
      if (this.#inline.length < MOST_INLINE) this.#inline.push({ code: code.slice(0, 500_000), url: at.href });
    for (const form of page.forms) {
      const url = resolved(form.action === '' ? at.href : form.action);
      if (url === undefined) continue;
      this.#clusters.add(url.pathname);
      if (this.#forms.length < 2_000) this.#forms.push({ form, url });
      if (form.method === 'GET' && form.fields.length === 0) this.add(url, depth + 1);
    }
    for (const { method, url: text } of page.hints) {
      const url = resolved(text);
      if (url === undefined || STATIC.test(url.pathname)) continue;
      this.#clusters.add(url.pathname);
      if (method !== undefined) this.#others.push({ method, url });
      else if (this.#hints.size < 200)
        this.#hints.set(url.origin + url.pathname, { origin: url.origin, path: url.pathname });
    }
  }

  findings(): CrawlFindings {
    const drafts: (Draft | undefined)[] = [];
    const templated = (url: URL) => this.#clusters.templatize(url.pathname);
    const page = (url: URL, answer?: Draft['answer']): Draft | undefined =>
      draftOf({
        origin: url.origin,
        method: 'GET',
        path: url.pathname,
        source: 'page',
        query: url.searchParams,
        templated: templated(url),
        ...(answer === undefined ? {} : { answer }),
      });
    for (const { url, answer } of this.#got) drafts.push(page(url, answer));
    for (const url of this.#linked) if (!this.#missing.has(url.origin + url.pathname)) drafts.push(page(url));
    for (const { form, url } of this.#forms) drafts.push(formDraft(form, url, templated(url)));
    for (const { method, url } of this.#others) {
      const verb = asMethod(method);
      if (verb !== undefined)
        drafts.push(
          draftOf({
            origin: url.origin,
            method: verb,
            path: url.pathname,
            source: 'page',
            query: url.searchParams,
            templated: templated(url),
          }),
        );
    }
    return {
      drafts: drafts.filter((draft) => draft !== undefined),
      scripts: this.#scripts,
      inline: this.#inline,
      hints: [...this.#hints.values()].map(({ origin, path }) => ({
        origin,
        path: this.#clusters.templatize(path).template,
      })),
      pages: this.#pages,
    };
  }
}
