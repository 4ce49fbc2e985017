import { DEFAULTS } from '../../collect/target/defaults.ts';
import { printable } from '../output/printable.ts';
import type { Draft } from './draft.ts';

const { secrets, plan } = DEFAULTS;

/** The config as commented TypeScript. Its types come along when launch-ready is a dependency there. */
export const typescriptConfig = (draft: Draft): string => {
  const notes = draft.found.map((words) => `// ${comment(words)}\n`).join('');
  const [open, close] = draft.installed ? ['defineConfig({', '});'] : ['{', '};'];
  return `${draft.installed ? "import { defineConfig } from 'launch-ready';\n\n" : ''}// What Launch Ready cannot find out by itself. This file is read as data and is never run: plain values only.
${notes}export default ${open}
  // Name of the app in reports.
  name: ${text(draft.name)},

  secrets: {
    // Read the whole git history.
    history: ${secrets.history},
    // Paths that are not read, as globs from this folder. Reports say what they leave out, and M2 stays unproven.
    exclude: [],
    // Files larger than this are read only up to it.
    maxFileMegabytes: ${secrets.maxFileMegabytes},
    // Secrets you accept until a date, by the id that the report shows:
    // { id: '0123456789abcdef', reason: 'Revoked, kept in the history', until: '2026-12-31' },
    allow: [],
  },

  env: {
    // Which environment a file belongs to, where its name does not say it: development, test, preview,
    // staging, production, local or example.
${draft.known.map((file) => `    // Known by its name: ${comment(file.path)} (${file.environment})\n`).join('')}    files: ${environments(draft.unknown)},
    // Variables that need no line in .env.example.
    undocumented: [],
  },

  // Findings you accept until a date. They stay in every report, and count again when the date has passed:
  // { finding: 'fingerprint, check or bar item', reason: '…', owner: '…', until: '2026-12-31' },
  waivers: [],

  // What the 48-hour plan counts with.
  plan: {
    engineers: ${plan.engineers},
    hoursPerDay: ${plan.hoursPerDay},
    ratePerHour: ${plan.ratePerHour},
    currency: ${text(plan.currency)},
  },
${close}
`;
};

/** The config as JSON, for those who want no TypeScript. The schema explains the keys where it can be found. */
export const jsonConfig = (draft: Draft): string => {
  const files = Object.fromEntries(draft.unknown.map((path) => [path, 'unknown']));
  const config = {
    ...(draft.installed ? { $schema: './node_modules/launch-ready/schema/config.schema.json' } : {}),
    name: draft.name,
    secrets: { history: secrets.history, exclude: [], maxFileMegabytes: secrets.maxFileMegabytes, allow: [] },
    env: { files, undocumented: [] },
    waivers: [],
    plan,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
};

const environments = (unknown: readonly string[]): string =>
  unknown.length === 0
    ? '{}'
    : `{\n${unknown.map((path) => `      ${text(path)}: 'unknown', // say which\n`).join('')}    }`;

const text = (value: string): string => {
  const quoted = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${quoted.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
};

const comment = (words: string): string => printable(words, 200);
