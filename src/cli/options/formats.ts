import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';

/** The forms a report comes in, each with the file name it gets in a folder. */
export const FORMATS = {
  terminal: 'launch-ready.txt',
  html: 'launch-ready.html',
  markdown: 'launch-ready.md',
  json: 'launch-ready.json',
  sarif: 'launch-ready.sarif',
  junit: 'launch-ready.junit.xml',
  github: 'launch-ready.annotations.txt',
  zone: 'dns.zone',
  dnscontrol: 'dnsconfig.js',
  terraform: 'dns.tf',
  cloudflare: 'cloudflare-dns.txt',
} as const;

export type Format = keyof typeof FORMATS;

/** One report to hand over. `to` is a file; null is stdout. */
export interface Delivery {
  format: Format;
  to: string | null;
}

const ENDINGS: Readonly<Record<string, Format>> = {
  '.txt': 'terminal',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'markdown',
  '.json': 'json',
  '.sarif': 'sarif',
  '.xml': 'junit',
  '.zone': 'zone',
  '.tf': 'terraform',
};

const IN_A_FOLDER: readonly Format[] = ['html', 'markdown', 'json', 'sarif', 'junit'];

const isFormat = (name: string): name is Format => Object.hasOwn(FORMATS, name);

/** Reads one `--format html` or `--format html=report.html`. */
export const parseFormat = (text: string): Delivery => {
  const [name = '', ...rest] = text.split('=');
  if (!isFormat(name))
    throw new CliError(
      `There is no format ${JSON.stringify(printable(name, 60))}: use ${Object.keys(FORMATS).join(', ')}.`,
    );
  if (rest.length > 0 && rest.join('=') === '')
    throw new CliError(`--format ${name}= needs a file after the equals sign.`);
  return { format: name, to: rest.length > 0 ? rest.join('=') : null };
};

/** Decides what goes where. `--json` always means stdout; `-o` is for the formats that name no file of their own. */
export const planDeliveries = (flags: { format?: readonly string[]; json?: boolean; output?: string }): Delivery[] => {
  const asked = (flags.format ?? []).map(parseFormat);
  const placed = flags.output === undefined ? asked : place(asked, flags.output);
  const planned: Delivery[] = flags.json === true ? [...placed, { format: 'json', to: null }] : placed;
  const shown = [...new Set(planned.filter((one) => one.to === null).map((one) => one.format))];
  // Annotations are lines that a CI log may hold beside the report for people.
  const readable = shown.every((format) => format === 'terminal' || format === 'github');
  if (shown.length > 1 && !readable) {
    throw new CliError(
      `Only one format can go to stdout, not ${shown.join(' and ')}: give the others a file, as --format html=report.html.`,
    );
  }
  const files = planned.filter((one) => one.to !== null);
  const twice = files.find((one, index) => files.findIndex((other) => other.to === one.to) !== index);
  if (twice !== undefined) throw new CliError(`Two reports would be written to ${printable(twice.to ?? '')}.`);
  const formats: readonly Format[] = shown.length === 0 ? ['terminal'] : shown;
  return [...files, ...formats.map((format) => ({ format, to: null }))];
};

const place = (asked: readonly Delivery[], output: string): Delivery[] => {
  const open = asked.filter((one) => one.to === null);
  const placed = asked.filter((one) => one.to !== null);
  if (isFolder(output)) {
    const formats = asked.length === 0 ? IN_A_FOLDER : open.map((one) => one.format);
    return [...placed, ...formats.map((format) => ({ format, to: join(output, FORMATS[format]) }))];
  }
  if (open.length > 1)
    throw new CliError(`-o ${printable(output)} is one file for ${open.length} formats: give a folder (ending in /).`);
  const format = open[0]?.format ?? ENDINGS[extname(output).toLowerCase()];
  if (format === undefined)
    throw new CliError(`The ending of ${printable(output)} names no format: add --format, e.g. --format html.`);
  return [...placed, { format, to: output }];
};

const isFolder = (path: string): boolean => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? /[\\/]$/.test(path) || extname(path) === '' : stat.isDirectory();
};
