import type { Devtools } from './devtools.ts';
import { partOf, textOf, Watcher, type WatcherOptions } from './watcher.ts';

/** What a page did when it was loaded. */
export interface Visit {
  /** What its own document asked for, frames in it left out; `type` as the DevTools protocol calls it: `Script`, `Fetch`, `Document` for a frame. */
  requests: readonly { url: string; type: string }[];
  /** What browsers block or lift because it came over http://; `type` as in an issue of mixed content: `Script`, `XMLHttpRequest`. */
  mixed: readonly { url: string; type: string }[];
  /** Addresses that its policy kept it from, and `eval`; `type` is the directive. What stands in the page itself is left out. */
  blocked: readonly { url: string; type: string }[];
  /** `<style>` elements once it stood. */
  styles: number;
}

/** Milliseconds for all of it. */
const PATIENCE = 12_000;
const LAST_QUESTION = 1_500;

/** Loads a page in a context of its own, as somebody who comes for the first time. Rejects when it does not load. */
export const visit = async (devtools: Devtools, url: string, options: WatcherOptions): Promise<Visit> => {
  const { browserContextId } = await devtools.send('Target.createBrowserContext', { disposeOnDetach: true });
  try {
    const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: true });
    return await load(devtools, String(sessionId), url, options);
  } finally {
    await devtools.send('Target.disposeBrowserContext', { browserContextId }).catch(() => {});
  }
};

const load = async (devtools: Devtools, page: string, url: string, options: WatcherOptions): Promise<Visit> => {
  const tree = await devtools.send('Page.getFrameTree', {}, page);
  const frame = textOf(partOf(partOf(tree, 'frameTree'), 'frame'), 'id');
  const watcher = new Watcher(devtools, { page, frame, url, ...options });
  const late = AbortSignal.timeout(PATIENCE);
  try {
    await watcher.begin();
    const answer = await inTime(devtools.send('Page.navigate', { url }, page), late);
    if (answer?.['errorText'] !== undefined || answer === undefined) throw new Error('the page did not load');
    await inTime(watcher.quiet, late);
    const { requests, mixed, blocked } = watcher;
    return { requests, mixed, blocked, styles: await stylesIn(devtools, page) };
  } finally {
    watcher.end();
  }
};

/** Undefined when the signal comes first. */
const inTime = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> =>
  Promise.race([
    promise,
    new Promise<undefined>((resolve) => {
      if (signal.aborted) resolve(undefined);
      else signal.addEventListener('abort', () => resolve(undefined), { once: true });
    }),
  ]);

/** A page whose script never rests answers nothing. */
const stylesIn = async (devtools: Devtools, page: string): Promise<number> => {
  const asked = devtools.send(
    'Runtime.evaluate',
    { expression: "document.querySelectorAll('style').length", returnByValue: true },
    page,
  );
  const answer = await inTime(
    asked.catch(() => ({})),
    AbortSignal.timeout(LAST_QUESTION),
  );
  const { value } = partOf(answer ?? {}, 'result');
  return typeof value === 'number' ? value : 0;
};
