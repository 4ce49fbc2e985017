import type { Config } from '../../model/target.ts';
import { withBoundaryDefaults } from './boundary-defaults.ts';
import { withEdgeDefaults } from './edge-defaults.ts';
import type { ConfigInput } from './config-input.ts';

/** The config of an app that has none. */
export const DEFAULTS = {
  secrets: { history: true, exclude: [], maxFileMegabytes: 64, allow: [] },
  env: { files: {}, undocumented: [] },
  waivers: [],
  plan: { engineers: 1, hoursPerDay: 8, ratePerHour: 120, currency: 'USD' },
} as const satisfies Config;

/** Fills in everything that the user left out. */
export const withDefaults = (input: ConfigInput): Config => ({
  ...(input.name === undefined ? {} : { name: input.name }),
  ...(input.hosting === undefined ? {} : { hosting: input.hosting }),
  secrets: {
    history: input.secrets?.history ?? DEFAULTS.secrets.history,
    exclude: input.secrets?.exclude ?? DEFAULTS.secrets.exclude,
    maxFileMegabytes: input.secrets?.maxFileMegabytes ?? DEFAULTS.secrets.maxFileMegabytes,
    allow: input.secrets?.allow ?? DEFAULTS.secrets.allow,
  },
  env: {
    files: input.env?.files ?? DEFAULTS.env.files,
    undocumented: input.env?.undocumented ?? DEFAULTS.env.undocumented,
  },
  ...(input.boundary === undefined ? {} : { boundary: withBoundaryDefaults(input.boundary) }),
  ...(input.edge === undefined ? {} : { edge: withEdgeDefaults(input.edge) }),
  waivers: input.waivers ?? DEFAULTS.waivers,
  plan: {
    engineers: input.plan?.engineers ?? DEFAULTS.plan.engineers,
    hoursPerDay: input.plan?.hoursPerDay ?? DEFAULTS.plan.hoursPerDay,
    ratePerHour: input.plan?.ratePerHour ?? DEFAULTS.plan.ratePerHour,
    currency: input.plan?.currency ?? DEFAULTS.plan.currency,
  },
});
