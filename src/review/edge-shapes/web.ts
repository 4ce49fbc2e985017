import type { CodePlace } from '../../model/evidence/code.ts';
import type * as Web from '../../model/evidence/edge/web.ts';
import { flag, list, members, number, oneOf, text, type Shape } from '../shape.ts';

const word = text(300);
const url = text(20_000);

const hop = members<Web.WebHop>({ url, status: number }, { location: url, said: text(1_000), open: flag });

const chain = members<Web.WebChain>({ hops: list(hop, 50), end: oneOf('page', 'loop', 'long', 'broken', 'away') });

const header: Shape = list(text(20_000), 2);

const loads = members<Web.PageLoads>(
  {
    sources: list(members<Web.PageLoads['sources'][number]>({ kind: word, source: url }), 500),
    scripts: list(members<Web.PageLoads['scripts'][number]>({ hash: word, nonce: flag }), 500),
    handlers: number,
    inlineStyles: number,
  },
  { steady: flag, inBrowser: flag },
);

const page = members<Web.WebPage>(
  {
    url,
    status: number,
    type: text(20_000),
    headers: list(header, 500),
    again: list(header, 500),
    title: text(1_000),
    metaCsp: list(text(20_000)),
    policies: list(members<Web.WebPage['policies'][number]>({ text: text(20_000), holes: list(text(2_000)) }), 1_000),
    mixed: list(members<Web.WebPage['mixed'][number]>({ tag: word, url }), 500),
    passwordForms: list(url, 100),
    digest: word,
  },
  { canonical: url, robots: text(1_000), loads },
);

/** Of `edge.web`. */
export const edgeWeb: Shape = members<Web.EdgeWeb>(
  {
    hosts: list(
      members<Web.WebHost>(
        { host: word, purpose: word, plain: chain, secure: chain, deep: chain, robotsShut: flag },
        { page, missing: page },
      ),
      1_000,
    ),
    callbacks: list(
      members<Web.EdgeWeb['callbacks'][number]>(
        { url, hop },
        { at: members<CodePlace>({ path: text(), line: number }) },
      ),
      1_000,
    ),
  },
  { login: page },
);
