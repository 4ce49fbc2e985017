import type { Send } from '../../contract/send.ts';
import { readCode } from './read-code.ts';
import type { Call } from './calls-of.ts';

const MOST_SCRIPTS = 40;
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_SOURCES = 400;
const CHUNK = /["'`]((?:\.{1,2}\/|\/)?(?:[\w@~-]+\/){0,6}[\w@~.-]+\.m?js)["'`]/g;

export interface ScriptCall extends Call {
  /** The script that makes it. */
  from: string;
}

export interface ScriptFindings {
  calls: ScriptCall[];
  /** Texts that look like paths, with the origin they stand on. */
  paths: { origin: string; path: string }[];
  notes: string[];
}

/** Reads the scripts that pages name, the chunks that those name, and their source maps. */
export const readScripts = async (
  urls: Iterable<string>,
  origins: readonly string[],
  send: Send,
  signal: AbortSignal,
): Promise<ScriptFindings> => {
  const calls: ScriptCall[] = [];
  const paths: ScriptFindings['paths'] = [];
  const notes: string[] = [];
  const known = new Set([...urls].slice(0, MOST_SCRIPTS));
  const waiting = [...known];
  const add = async (code: string, name: string, from: string): Promise<void> => {
    const found = await readCode(code, name);
    calls.push(...found.calls.map((call) => ({ ...call, from })));
    paths.push(...[...found.paths].map((path) => ({ origin: new URL(from).origin, path })));
  };
  for (let url = waiting.shift(); url !== undefined && !signal.aborted; url = waiting.shift()) {
    const answer = await send(
      { method: 'GET', url, headers: { accept: '*/*' } },
      { as: null, mode: 'passive', maxBytes: MOST_BYTES },
    );
    if (!answer.ok || answer.status !== 200 || /^\s*<(?:!doctype|html)/i.test(answer.text.slice(0, 100))) continue;
    if (answer.cut) notes.push(`${new URL(url).pathname} is larger than 8 MB; its first part was read.`);
    for (const chunk of chunksIn(answer.text, url)) {
      if (known.size >= MOST_SCRIPTS) {
        if (!notes.some((note) => note.startsWith('Of the scripts')))
          notes.push(`Of the scripts that pages name, ${MOST_SCRIPTS} were read.`);
        break;
      }
      if (known.has(chunk) || !origins.includes(new URL(chunk).origin)) continue;
      known.add(chunk);
      waiting.push(chunk);
    }
    const sources = await sourcesOf(answer.text, url, origins, send);
    for (const { name, code } of sources) await add(code, name, url);
    if (sources.length === 0) await add(answer.text, new URL(url).pathname, url);
  }
  return { calls, paths, notes };
};

export const chunksIn = (code: string, url: string, most = MOST_SCRIPTS): string[] => {
  const found = new Set<string>();
  for (const [, name = ''] of code.slice(0, 3_000_000).matchAll(CHUNK)) {
    // A bundler writes chunk names relative to the script or to the site.
    const isBare = !name.startsWith('.') && !name.startsWith('/');
    if (isBare && !/^(?:assets|static|chunks|js|build|_next|_app|_nuxt|entry|dist)\//.test(name)) continue;
    const address = isBare ? `/${name}` : name;
    if (URL.canParse(address, url)) found.add(new URL(address, url).href);
    if (found.size >= most) break;
  }
  return [...found];
};

/** The program's own files in a source map; none where there is no map. */
const sourcesOf = async (
  code: string,
  url: string,
  origins: readonly string[],
  send: Send,
): Promise<{ name: string; code: string }[]> => {
  const named = /\/\/[#@] sourceMappingURL=(\S{1,2000})\s*$/.exec(code.slice(-2_100))?.[1];
  if (named === undefined || named.startsWith('data:') || !URL.canParse(named, url)) return [];
  const map = new URL(named, url);
  if (!origins.includes(map.origin)) return [];
  const answer = await send({ method: 'GET', url: map.href }, { as: null, mode: 'passive', maxBytes: 2 * MOST_BYTES });
  if (!answer.ok || answer.status !== 200 || answer.cut) return [];
  const { sources, sourcesContent } = (answer.json ?? {}) as { sources?: unknown; sourcesContent?: unknown };
  if (!Array.isArray(sources) || !Array.isArray(sourcesContent)) return [];
  return sources
    .map((name: unknown, index) => ({
      name: String(name).split(/[?#]/)[0] ?? '',
      code: sourcesContent[index] as unknown,
    }))
    .filter(
      (file): file is { name: string; code: string } =>
        typeof file.code === 'string' && !/node_modules|webpack\/|\.(?:css|scss|html)$/.test(file.name),
    )
    .slice(0, MOST_SOURCES);
};
