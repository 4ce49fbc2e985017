import type { GoodAnswer, Send } from '../contract/send.ts';
import { chunksIn } from '../inventory/bundle/scripts.ts';
import { readPage } from '../inventory/pages/read-page.ts';
import type { Text } from './projects-in-code.ts';

const MOST_PAGES = 8;
/** Pages that are loaded late are scripts of their own; the tables stand in those. */
const MOST_SCRIPTS = 300;
const MOST_ALL = 64 * 1024 * 1024;
const MOST_BYTES = 8 * 1024 * 1024;

/** The pages of the app and every script that they bring, as a visitor gets them. */
export const readClientCode = async (
  origins: readonly string[],
  send: Send,
  signal: AbortSignal,
): Promise<readonly Text[]> => {
  const texts: Text[] = [];
  const seen = new Set<string>();
  const pages = origins.map((origin) => `${origin}/`);
  const scripts: string[] = [];
  const add = (list: string[], address: string, base: string): void => {
    if (!URL.canParse(address, base)) return;
    const url = new URL(address, base);
    url.hash = '';
    if (!origins.includes(url.origin) || seen.has(url.href) || list.includes(url.href)) return;
    list.push(url.href);
  };
  for (let count = 0; pages.length > 0 && count < MOST_PAGES && !signal.aborted; count++) {
    const url = pages.shift()!;
    if (seen.has(url)) continue;
    seen.add(url);
    const answer = await get(send, url);
    if (answer === null) continue;
    if (answer.status >= 300 && answer.status < 400) add(pages, answer.headers['location'] ?? '', url);
    if (answer.status !== 200 || !/^\s*<|<script/i.test(answer.text.slice(0, 2_000))) continue;
    texts.push({ url, text: answer.text, exchange: answer.exchange });
    const page = readPage(answer.text);
    for (const script of page.scripts) add(scripts, script, url);
    for (const link of page.links.slice(0, 20)) add(pages, link, url);
  }
  let bytes = 0;
  for (let count = 0; scripts.length > 0 && count < MOST_SCRIPTS && bytes < MOST_ALL && !signal.aborted; count++) {
    const url = scripts.shift()!;
    if (seen.has(url)) continue;
    seen.add(url);
    const answer = await get(send, url);
    if (answer?.status !== 200 || /^\s*<(?:!doctype|html)/i.test(answer.text.slice(0, 100))) continue;
    texts.push({ url, text: answer.text, exchange: answer.exchange });
    bytes += answer.text.length;
    for (const chunk of chunksIn(answer.text, url, MOST_SCRIPTS)) add(scripts, chunk, url);
  }
  return texts;
};

const get = async (send: Send, url: string): Promise<GoodAnswer | null> => {
  const answer = await send(
    { method: 'GET', url, headers: { accept: 'text/html, */*;q=0.8' } },
    { as: null, mode: 'passive', maxBytes: MOST_BYTES },
  );
  return answer.ok ? answer : null;
};
