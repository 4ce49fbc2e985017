import type { CodeFrame } from '../finding.ts';
import type { CodePlace } from './code.ts';
import type { EnvironmentName } from './env.ts';

/** Where the app runs, under which names, and what a deploy would still have to change by hand: as the repository declares it. */

export type HostName =
  | 'app-engine'
  | 'aws'
  | 'azure'
  | 'cloud-run'
  | 'cloudflare'
  | 'compose'
  | 'digitalocean'
  | 'docker'
  | 'firebase'
  | 'fly'
  | 'github-pages'
  | 'heroku'
  | 'kamal'
  | 'kubernetes'
  | 'netlify'
  | 'railway'
  | 'render'
  | 'replit'
  | 'server'
  | 'vercel';

export interface HostingTarget {
  host: HostName;
  /** A host's own file, a job that deploys, an image that would run anywhere, or what the user said. */
  by: 'config' | 'pipeline' | 'image' | 'said';
  /** Folder of the app that it ships, without a slash at the end; empty for the root. */
  app: string;
  at: CodePlace;
  /** The project's name there. */
  name?: string;
}

export interface HostingDomain {
  /** Lower case, without port. */
  domain: string;
  /**
   * What it is named as: an address that the host answers on, the site's own address in its pages, a sitemap, an origin that may call, the app's
   * own address in its settings, a host that a content security policy lets in, an address that others call, the domain of a cookie.
   */
  as: 'route' | 'site' | 'sitemap' | 'origin' | 'variable' | 'policy' | 'callback' | 'cookie';
  environment: EnvironmentName;
  at: CodePlace;
  /** Of a callback, without query, user and password; left out where its path may hold a secret. */
  url?: string;
}

/** A plain setting that a committed host file gives the running app. */
export interface HostingSetting {
  name: string;
  environment: EnvironmentName;
  at: CodePlace;
  /** Where its address leads; undefined for what is none. */
  points?: Pointing;
  /** Only of the few names that say which environment it is, as NODE_ENV. */
  value?: string;
}

/** `local`: this machine. `stand-in`: a name made to be replaced, as your-domain.com. */
export type Pointing = 'local' | 'stand-in' | 'elsewhere';

/** Something that somebody has to change by hand before this can be deployed. */
export interface ManualEdit {
  /** `stand-in`: a name made to be replaced. `note`: a comment says so. `toggle`: two addresses, one commented out. */
  kind: 'stand-in' | 'note' | 'toggle';
  /** As it stands there, shortened. */
  what: string;
  at: CodePlace;
  frame?: CodeFrame;
}

/** A job of a CI that deploys, or that runs with secrets. */
export interface PipelineJob {
  path: string;
  line: number;
  job: string;
  deploys: HostName | null;
  /** GitHub's environment, whose secrets it gets; null where it has none. */
  environment: string | null;
  /** What its name and its conditions say. */
  stage: EnvironmentName;
  /** Names of the secrets that it reads. */
  secrets: readonly string[];
}

/** A database or project that env files of more than one environment lead to. */
export interface SharedStore {
  /** Keyed hash; the key is another one in each run. */
  id: string;
  /** `postgres`, `mongodb`, `supabase`, `firebase` … */
  kind: string;
  places: readonly { name: string; environment: EnvironmentName; at: CodePlace }[];
}
