import type { CodePlace } from '../code.ts';
import type { HostPurpose } from './hosts.ts';

/** What hosts answer over HTTP and HTTPS to anybody. Plain facts; nothing of it needs a login. */
export interface EdgeWeb {
  hosts: readonly WebHost[];
  /** Addresses that others call, asked with GET; `at` where the code names them and the config does not. */
  callbacks: readonly { url: string; hop: WebHop; at?: CodePlace }[];
  /** The page where one signs in. */
  login?: WebPage;
}

export interface WebHost {
  host: string;
  purpose: HostPurpose;
  /** From `http://host/` on, until something is no redirect. */
  plain: WebChain;
  /** From `https://host/` on. */
  secure: WebChain;
  /** From `http://host/<a path with a query>` on. */
  deep: WebChain;
  /** Where `https://host/` ends, when it is at this host. */
  page?: WebPage;
  /** What a path that does not exist answers. */
  missing?: WebPage;
  /** `Disallow: /` for all robots. */
  robotsShut: boolean;
}

export interface WebChain {
  hops: readonly WebHop[];
  /** `page`: something that is no redirect. `loop`: it came back. `long`: too many hops. `broken`: no answer, or a target that is none. `away`: a host that is not asked. */
  end: 'page' | 'loop' | 'long' | 'broken' | 'away';
}

export interface WebHop {
  url: string;
  status: number;
  /** As it was sent, resolved. */
  location?: string;
  /** Why there is no answer. */
  said?: string;
  /** There may be one all the same: it was not waited for longer, or not asked for any more. */
  open?: true;
}

export interface WebPage {
  url: string;
  status: number;
  type: string;
  /** Names in lower case; those sent several times stand several times. */
  headers: readonly (readonly [string, string])[];
  /** The same of a second answer, for what changes from one to the next. */
  again: readonly (readonly [string, string])[];
  title: string;
  /** `link rel=canonical`, resolved. */
  canonical?: string;
  /** `meta name=robots`. */
  robots?: string;
  /** `meta http-equiv=content-security-policy`. */
  metaCsp: readonly string[];
  /** Each policy that a browser enforces; all must allow what is loaded. `holes`: what lets foreign scripts run, in words. */
  policies: readonly { text: string; holes: readonly string[] }[];
  /** What the page loads and runs, as its markup says, and a browser where one was asked for; absent for what is no HTML. */
  loads?: PageLoads;
  /** What its own policies keep a browser from loading or running; absent for what is no HTML. */
  blocked?: readonly WebBlocked[];
  /** Scripts and styles that it loads, those that its policies stop left out; absent for what is no HTML. */
  assets?: readonly WebAsset[];
  /** What the page loads over http://, by tag: `img`, `script`, `form`; `font` and `fetch` for what a browser saw besides. */
  mixed: readonly { tag: string; url: string }[];
  /** Targets of forms with a password, resolved. */
  passwordForms: readonly string[];
  /** SHA-256 of the body, hex. */
  digest: string;
}

/** Parts of a content security policy (CSP3 6.1). */
export type LoadKind =
  | 'connect'
  | 'font'
  | 'form'
  | 'frame'
  | 'img'
  | 'manifest'
  | 'media'
  | 'object'
  | 'script'
  | 'style';

export interface WebBlocked {
  /** `handler`: code in an attribute; `styled`: style in one. */
  kind: LoadKind | 'handler' | 'styled';
  /** The address, or the beginning of what stands in the page. */
  what: string;
  inline: boolean;
  /** The directive that stops it, as it applies: `script-src 'self'`. */
  rule: string;
  /** Asked for by a script, and seen in a browser. */
  late?: true;
}

export interface WebAsset {
  kind: 'script' | 'style';
  url: string;
  /** The attribute, as far as it names digests; empty without. */
  integrity: string;
  /** Asked for so that the server must say that this origin may have it (`crossorigin`, modules). */
  cors: boolean;
  /** What stops it in a browser; only of hosts of the user, but for `unasked`. `unasked`: a digest of another origin without `crossorigin`. `gone`: 404 or 410. `page`: HTML. `type`: a type that browsers refuse. `digest`: other bytes than the digest is of. `unshared`: the origin may not have it. */
  broken?: { how: 'unasked' | 'gone' | 'page' | 'type' | 'digest' | 'unshared'; said: string };
}

export interface PageLoads {
  /** `source` as a policy writes it: `'self'`, `https://cdn.example`, `data:`. */
  sources: readonly { kind: LoadKind; source: string }[];
  /** Inline scripts: their hash as a policy writes it, and whether they carry a nonce. */
  scripts: readonly { hash: string; nonce: boolean }[];
  /** Whether a second answer had the same inline scripts; absent where there was none. */
  steady?: boolean;
  /** Elements with an `on…=` attribute. */
  handlers: number;
  /** `<style>` and `style=`. */
  inlineStyles: number;
  /** A browser loaded it, so that what its scripts load is among the sources. */
  inBrowser?: true;
}
