import type { CodePlace } from './code.ts';

/** What the packages of a repository are built on, and in which versions. */
export interface DepsEvidence {
  packages: readonly DependentPackage[];
}

/** A folder with a package.json. */
export interface DependentPackage {
  /** Relative to the repository; empty for the root. */
  folder: string;
  /** The lock file that speaks for it, when there is one. */
  lockfile?: string;
  /** Why the lock file told nothing: it is binary, or it could not be read. */
  unread?: string;
  /** Parts of a framework that are used, as its file names show: Next.js and Nuxt pick files up by their names. */
  uses: readonly FrameworkPart[];
  /** `dependencies` and `optionalDependencies`: what runs in production. */
  dependencies: readonly DirectDependency[];
}

/** `app-router`: server components of Next.js. `middleware`: middleware.ts or proxy.ts of Next.js. */
export type FrameworkPart = 'app-router' | 'middleware';

export interface DirectDependency {
  name: string;
  /** As the manifest has it: `^15.0.0`. */
  declared: string;
  /** Version of the lock file. */
  locked?: string;
  at: CodePlace;
}
