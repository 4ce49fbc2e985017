import type { ProbeMode } from './evidence/boundary.ts';
import type { EnvironmentName } from './evidence/env.ts';

/** The app under review: from `launch-ready.config.*`, from flags, and from what was discovered. */
export interface Target {
  /** Absolute path of the reviewed folder. */
  root: string;
  name: string;
  config: Config;
}

/** What `launch-ready.config.ts` or `.json` may say; everything is optional there and filled in here. */
export interface Config {
  name?: string;
  /** Where the app runs, in words. */
  hosting?: string;
  secrets: {
    /** Read the whole git history. */
    history: boolean;
    /** Globs, relative to the root, that are not read. What they leave out is said in the report. */
    exclude: readonly string[];
    /** Files larger than this are read only up to it. */
    maxFileMegabytes: number;
    /** Findings accepted by the keyed hash of rule and value. */
    allow: readonly SecretAllowance[];
  };
  env: {
    /** Which file holds which environment, where the name does not say it. */
    files: Readonly<Record<string, EnvironmentName>>;
    /** Variables that need no line in `.env.example`. */
    undocumented: readonly string[];
  };
  /** The running app; undefined when nobody named it. */
  boundary?: BoundaryConfig;
  /** The public surface; undefined when nobody named a domain. */
  edge?: EdgeConfig;
  waivers: readonly Waiver[];
  plan: { engineers: number; hoursPerDay: number; ratePerHour: number; currency: string };
}

/** How the running app is reached, who takes part, and how far the probes may go. */
export interface BoundaryConfig {
  /** Exact origins that may be asked; the first is the app's main one. */
  origins: readonly string[];
  environment: 'development' | 'staging' | 'production';
  mode: ProbeMode;
  actors: readonly ActorConfig[];
  /** Roles from least to most powerful. */
  roles: readonly string[];
  login?: LoginConfig;
  /** A Web Fuzzing Commons auth file (JSON or YAML); its users are actors by their names. */
  authFile?: string;
  openapi: readonly string[];
  har: readonly string[];
  postman: readonly string[];
  webhooks: readonly WebhookConfig[];
  /** Where mail that the app sends can be read, as JSON: Mailpit's, MailHog's or a list of messages. */
  mailbox?: string;
  /** Access that is meant: operation id → the roles that may. */
  policy: Readonly<Record<string, readonly string[]>>;
  budget: Partial<{ requests: number; perSecond: number; concurrency: number; seconds: number }>;
}

/** The public surface of the launch: names, callbacks, what is private, and mail. Host names in lower-case A-labels. */
export interface EdgeConfig {
  domains: readonly string[];
  /** Hosts below them that nothing else names. */
  hosts: readonly string[];
  /** The one host that shows the site. */
  canonical?: string;
  /** A BIND zone file, relative to the root. */
  zone?: string;
  /** ISO date on which the names are pointed at the new servers. */
  cutover?: string;
  /** Absolute URLs that others call: webhooks, sign-in callbacks. */
  callbacks: readonly string[];
  /** Path of the page where one signs in. */
  login?: string;
  /** Paths whose answers are for one user only. */
  private: readonly string[];
  /** Paths that a shared cache may keep. */
  public: readonly string[];
  /** Addresses of the servers behind the edge. */
  originAddresses: readonly string[];
  mail: { domains: readonly string[]; providers: readonly string[]; selectors: readonly string[] };
}

/** One identity. Values of credentials stand in the environment; here are the variables' names. */
export interface ActorConfig {
  name: string;
  role: string;
  /** Default: the actor's name. */
  tenant?: string;
  /** The origin where it works, when not the first. */
  origin?: string;
  /** E-mail or user name. */
  login?: string;
  passwordEnv?: string;
  /** A base32 secret for time-based codes (RFC 6238). */
  totpEnv?: string;
  /** A credential that is sent as it is, e.g. `{ name: 'authorization', valueEnv: 'SELLER_A_TOKEN' }`. */
  header?: { name: string; valueEnv: string };
  /** A browser session recorded by Playwright (storageState). */
  storageState?: string;
  /** How this one logs in, where it differs from the others. */
  loginBy?: LoginConfig;
}

/** How one logs in, where it cannot be found out. */
export interface LoginConfig {
  kind: 'json' | 'form';
  path: string;
  /** Names of the fields. */
  loginField?: string;
  passwordField?: string;
  /** Where the token stands in the answer, e.g. `data.accessToken`. */
  tokenAt?: string;
}

export type WebhookScheme = 'stripe' | 'github' | 'standard' | 'shopify' | 'slack' | 'paypal' | 'hmac';

export interface WebhookConfig {
  path: string;
  scheme: WebhookScheme;
  /** Variable that holds the secret with which we may sign; for PayPal, whose events nobody else can sign, the webhook’s id. */
  secretEnv?: string;
  /** For plain HMAC: the header that carries the signature. */
  header?: string;
}

/** A finding accepted for a while. When it ends, the finding fails again. */
export interface Waiver {
  /** Fingerprint of one finding, or a check or bar id. */
  finding: string;
  reason: string;
  owner: string;
  /** ISO date, inclusive. */
  until: string;
}

export interface SecretAllowance {
  id: string;
  reason: string;
  until: string;
}
