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
  waivers: readonly Waiver[];
  plan: { engineers: number; hoursPerDay: number; ratePerHour: number; currency: string };
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
