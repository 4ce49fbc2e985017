import type { BoundaryInput } from './boundary-schema.ts';
import type { EdgeInput } from './edge-schema.ts';
import type { EnvironmentName } from '../../model/evidence/env.ts';
import type { SecretAllowance, Waiver } from '../../model/target.ts';

/** What `launch-ready.config.*` may hold. It is read as data and never run, so only plain values may stand in it. */
export interface ConfigInput {
  /** For editors; has no effect. */
  $schema?: string | undefined;
  /** Name of the app in reports. Default: the folder's name. */
  name?: string | undefined;
  /** Where the app runs, in words, where no file of the repository says it. */
  hosting?: string | undefined;
  secrets?:
    | {
        /** Read the whole git history. Default true. */
        history?: boolean | undefined;
        /** Globs, relative to the root, that are not read. What they leave out is said in the report. */
        exclude?: readonly string[] | undefined;
        /** Files larger than this are read only up to it. Default 64. */
        maxFileMegabytes?: number | undefined;
        /** Secret findings accepted until a date. */
        allow?: readonly SecretAllowance[] | undefined;
      }
    | undefined;
  env?:
    | {
        /** Which file holds which environment, where the name does not say it. */
        files?: Readonly<Record<string, EnvironmentName>> | undefined;
        /** Variables that need no line in `.env.example`. */
        undocumented?: readonly string[] | undefined;
      }
    | undefined;
  /** The running app: where it is, who takes part, how far the probes may go. */
  boundary?: BoundaryInput | undefined;
  /** The public surface: the domains of the launch, and what of them cannot be found out. */
  edge?: EdgeInput | undefined;
  /** Findings accepted until a date. */
  waivers?: readonly Waiver[] | undefined;
  plan?:
    | {
        /** Engineers who work on the fixes. Default 1. */
        engineers?: number | undefined;
        /** Default 8. */
        hoursPerDay?: number | undefined;
        /** Default 120. */
        ratePerHour?: number | undefined;
        /** ISO 4217 code. Default USD. */
        currency?: string | undefined;
      }
    | undefined;
}
