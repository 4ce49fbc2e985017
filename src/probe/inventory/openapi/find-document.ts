import type { Send } from '../../contract/send.ts';
import { isDescription, MOST_BYTES, readDescription, type Tree } from './read-text.ts';

/** Where frameworks and their plugins put the document. */
const DOCUMENTS =
  '/openapi.json /swagger.json /api/openapi.json /api-docs /v3/api-docs /docs/json /openapi.yaml /api-json /api/docs-json /docs-json /api/swagger.json /swagger/v1/swagger.json /v2/api-docs /api-docs.json /api/v1/openapi.json /openapi.yml /swagger.yaml /swagger/doc.json /api/schema/ /docs/openapi.json /documentation/json /api/openapi.yaml /.well-known/openapi.json'.split(
    ' ',
  );
/** Pages that show a document and so name it. */
const PAGES =
  '/docs /api-docs/ /api/docs /swagger /swagger-ui/index.html /swagger-ui /redoc /api /documentation /reference /docs/api /swagger/index.html'.split(
    ' ',
  );
const MOST_NAMED = 4;

export interface FoundDocument {
  tree: Tree;
  url: string;
}

/** Looks for an API description at the usual places of an origin, as nobody. */
export const findDocument = async (origin: string, send: Send): Promise<FoundDocument | undefined> => {
  const get = async (path: string) => {
    const answer = await send(
      {
        method: 'GET',
        url: new URL(path, origin).href,
        headers: { accept: 'application/json, application/yaml, text/html;q=0.9, */*;q=0.5' },
      },
      { as: null, mode: 'passive', maxBytes: MOST_BYTES + 1 },
    );
    return answer.ok && answer.status === 200 && !answer.cut ? answer : undefined;
  };
  const tryDocument = async (path: string): Promise<FoundDocument | undefined> => {
    const answer = await get(path);
    return answer === undefined ? undefined : documentIn(answer.text, new URL(path, origin).href);
  };
  for (let at = 0; at < DOCUMENTS.length; at += 6) {
    const found = await Promise.all(DOCUMENTS.slice(at, at + 6).map(tryDocument));
    const first = found.find((one) => one !== undefined);
    if (first !== undefined) return first;
  }
  const pages = await Promise.all(PAGES.map(async (path) => ({ path, text: (await get(path))?.text ?? '' })));
  for (const { path, text } of pages) {
    const named = namedDocuments(text, new URL(path, origin)).slice(0, MOST_NAMED);
    // A page may name a script or a configuration that names the document.
    for (
      let next = named.shift(), hops = 0;
      next !== undefined && hops < 2 * MOST_NAMED;
      next = named.shift(), hops++
    ) {
      const url = new URL(next, origin);
      const body = (await get(next))?.text ?? '';
      const found = documentIn(body, url.href);
      if (found !== undefined) return found;
      if (/\.js$|config/.test(url.pathname))
        named.push(...namedDocuments(body, new URL(path, origin)).slice(0, MOST_NAMED));
    }
  }
  return undefined;
};

/** A document as it is served, or as swagger-ui-express writes it into a script. */
export const documentIn = (text: string, url: string): FoundDocument | undefined => {
  const embedded = /["']?swaggerDoc["']?\s*:\s*\{/.exec(text.slice(0, 100_000));
  const cut = embedded === null ? text : balanced(text, embedded.index + embedded[0].length - 1);
  if (embedded === null && !/^[\s\uFEFF]*(?:\{|[\w"'#%-])/.test(text.slice(0, 200))) return undefined;
  // Reading a large text as YAML only to find that it is none takes long.
  if (embedded === null && !/["']?(?:openapi|swagger)["']?\s*:/.test(text)) return undefined;
  const read = readDescription(cut);
  return read.ok && isDescription(read.tree) ? { tree: read.tree, url } : undefined;
};

const balanced = (text: string, start: number): string => {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
};

const NAMES =
  /(?:spec-url|data-url|data-spec-url|specUrl|configUrl|apiDescriptionUrl|["']?\burl["']?)\s*[:=]\s*\\?["']([^"'\s<>\\]{1,300})\\?["']/g;
const SCRIPTS = /<script[^>]{0,300}src=["']([^"']{0,200}(?:swagger-ui-init|swagger-initializer)[^"']{0,60})["']/g;

/** Addresses on the same origin that a page of swagger-ui, redoc, scalar or rapidoc gives for its document. */
export const namedDocuments = (page: string, url: URL): string[] => {
  const text = page.slice(0, 500_000);
  const found = [...text.matchAll(SCRIPTS), ...text.matchAll(NAMES)].map(([, name]) => name ?? '');
  // A page without a slash at its end is often the same as the one with it.
  return [...new Set(found)]
    .filter((name) => URL.canParse(name, url.href))
    .flatMap((name) => [new URL(name, url), ...(url.pathname.endsWith('/') ? [] : [new URL(name, `${url.href}/`)])])
    .filter(({ origin }) => origin === url.origin)
    .map(({ pathname, search }) => pathname + search)
    .filter((path, index, all) => all.indexOf(path) === index);
};
