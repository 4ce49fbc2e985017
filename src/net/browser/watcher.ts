import type { Devtools, DevtoolsEvent } from './devtools.ts';

export interface WatcherOptions {
  /** Called with a host before anything is asked of it. */
  admit: (host: string) => void;
  /** Headers for own hosts. */
  identity: Readonly<Record<string, string>>;
  isOwn: (host: string) => boolean;
}

interface Watched extends WatcherOptions {
  /** The session of the page, and the frame that it is. */
  page: string;
  frame: string;
  url: string;
}

type Params = Readonly<Record<string, unknown>>;
export const textOf = (params: Params, name: string): string => (typeof params[name] === 'string' ? params[name] : '');
export const partOf = (params: Params, name: string): Params => (params[name] as Params | undefined) ?? {};

const MOST_REQUESTS = 500;
const MOST_SESSIONS = 50;
const LONGEST_URL = 2_000;
/** Milliseconds without a request after which a page counts as loaded. */
const QUIET = 500;
/** The same from the page's own load event on, whatever it still asks for: some hold a line open, or never stop asking. */
const AFTER_LOAD = 4_000;
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Hears what a page, its frames and its workers ask for, and lets through what only reads. */
export class Watcher {
  readonly requests: { url: string; type: string }[] = [];
  readonly mixed: { url: string; type: string }[] = [];
  readonly blocked: { url: string; type: string }[] = [];
  /** Resolves once the page has loaded and asks for nothing more. */
  readonly quiet: Promise<void>;
  readonly #devtools: Devtools;
  readonly #watched: Watched;
  readonly #sessions: Set<string>;
  readonly #open = new Set<string>();
  /** Frames that stand in the page itself. */
  readonly #frames = new Set<string>();
  readonly #stop: () => void;
  #paused = 0;
  #isLoaded = false;
  #timer: NodeJS.Timeout | undefined;
  #last: NodeJS.Timeout | undefined;
  #settle: () => void = () => {};

  constructor(devtools: Devtools, watched: Watched) {
    this.#devtools = devtools;
    this.#watched = watched;
    this.#sessions = new Set([watched.page]);
    this.quiet = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#stop = devtools.listen((event) => this.#hear(event));
  }

  /** Makes the page tell what it asks for. */
  async begin(): Promise<void> {
    const { page } = this.#watched;
    await Promise.all([
      this.#arm(page),
      this.#devtools.send('Page.enable', {}, page),
      this.#devtools.send('Audits.enable', {}, page),
      this.#devtools.send('Network.setBypassServiceWorker', { bypass: true }, page),
    ]);
  }

  end(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#last);
    this.#stop();
  }

  async #arm(session: string): Promise<void> {
    const send = (method: string, params: Params = {}): Promise<unknown> =>
      this.#devtools.send(method, params, session);
    await Promise.all([
      send('Network.enable', { maxTotalBufferSize: 1_000_000, maxResourceBufferSize: 1 }),
      send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
    ]);
  }

  /** What a page says is over may be gone already. */
  #tell(method: string, params: Params, session: string): void {
    this.#devtools.send(method, params, session).catch(() => {});
  }

  #hear({ method, params, session = '' }: DevtoolsEvent): void {
    if (!this.#sessions.has(session)) return;
    // What begins in one session may end in another.
    const id = textOf(params, 'requestId');
    if (method === 'Fetch.requestPaused') this.#decide(params, session);
    else if (method === 'Network.requestWillBeSent') {
      this.#open.add(id);
      this.#note(params, session);
    } else if (method === 'Network.loadingFinished' || method === 'Network.loadingFailed') this.#open.delete(id);
    else if (method === 'Network.webSocketCreated' && session === this.#watched.page)
      this.#keep(this.requests, textOf(params, 'url'), 'WebSocket');
    else if (method === 'Audits.issueAdded') this.#noteIssue(partOf(partOf(params, 'issue'), 'details'), session);
    else if (method === 'Page.frameAttached' && textOf(params, 'parentFrameId') === this.#watched.frame)
      this.#frames.add(textOf(params, 'frameId'));
    else if (method === 'Target.attachedToTarget') this.#follow(params, session);
    else if (method === 'Page.javascriptDialogOpening')
      this.#tell('Page.handleJavaScriptDialog', { accept: false }, session);
    else if (method === 'Page.loadEventFired' && session === this.#watched.page && !this.#isLoaded) {
      this.#isLoaded = true;
      this.#last = setTimeout(this.#settle, AFTER_LOAD);
    }
    this.#waitForQuiet();
  }

  #waitForQuiet(): void {
    clearTimeout(this.#timer);
    if (this.#isLoaded && this.#open.size === 0) this.#timer = setTimeout(this.#settle, QUIET);
  }

  /** What a page asks for goes on when it only reads; a page that asks without end is not answered any more. */
  #decide(params: Params, session: string): void {
    const { admit, identity, isOwn } = this.#watched;
    const request = partOf(params, 'request');
    const url = textOf(request, 'url');
    const requestId = textOf(params, 'requestId');
    const target = URL.canParse(url) ? new URL(url) : null;
    const isWeb = target !== null && /^https?:$/.test(target.protocol);
    // Not all that is blocked is told to have failed.
    if (!isWeb || !READS.has(textOf(request, 'method')) || this.#paused >= MOST_REQUESTS) {
      this.#open.delete(textOf(params, 'networkId'));
      return this.#tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }, session);
    }
    this.#paused++;
    const host = target.hostname.replaceAll(/[[\]]/g, '');
    admit(host);
    const headers = Object.entries({ ...partOf(request, 'headers'), ...identity }).flatMap(([name, value]) =>
      typeof value === 'string' ? [{ name, value }] : [],
    );
    this.#tell('Fetch.continueRequest', isOwn(host) ? { requestId, headers } : { requestId }, session);
  }

  #note(params: Params, session: string): void {
    const { page, frame, url } = this.#watched;
    const type = textOf(params, 'type');
    const by = textOf(params, 'documentURL');
    const isOwnFrame = textOf(params, 'frameId') === frame;
    // Frames of frames fall under the policy of theirs.
    if (type === 'Document') {
      if (session === page && this.#frames.has(textOf(params, 'frameId')))
        this.#keep(this.requests, textOf(partOf(params, 'request'), 'url'), type);
      return;
    }
    if (session !== page || !isOwnFrame || !URL.canParse(by) || new URL(by).origin !== new URL(url).origin) return;
    this.#keep(this.requests, textOf(partOf(params, 'request'), 'url'), type);
  }

  #noteIssue(details: Params, session: string): void {
    const mixed = partOf(details, 'mixedContentIssueDetails');
    this.#keep(this.mixed, textOf(mixed, 'insecureURL'), textOf(mixed, 'resourceType'));
    const policy = partOf(details, 'contentSecurityPolicyIssueDetails');
    if (session !== this.#watched.page || policy['isReportOnly'] !== false) return;
    const isEval = /eval/i.test(textOf(policy, 'contentSecurityPolicyViolationType'));
    this.#keep(this.blocked, isEval ? 'eval' : textOf(policy, 'blockedURL'), textOf(policy, 'violatedDirective'));
  }

  #keep(list: { url: string; type: string }[], url: string, type: string): void {
    if (list.length < MOST_REQUESTS && url.length <= LONGEST_URL && url !== '') list.push({ url, type });
  }

  /** A frame of another site, or a worker: it waits until it is watched too. */
  #follow(params: Params, session: string): void {
    const child = textOf(params, 'sessionId');
    if (this.#sessions.size >= MOST_SESSIONS)
      return this.#tell('Target.detachFromTarget', { sessionId: child }, session);
    this.#sessions.add(child);
    void this.#arm(child)
      .catch(() => {})
      .then(() => this.#tell('Runtime.runIfWaitingForDebugger', {}, child));
  }
}
