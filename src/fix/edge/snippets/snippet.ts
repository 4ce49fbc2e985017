import type { EdgeIntent } from '../../../model/edge-plan.ts';

/** A file to make, or text to put into one. */
export interface SnippetFile {
  path: string;
  content: string;
}

export interface SnippetInput {
  intent: EdgeIntent;
  /** Published ranges of the CDN in front, whose word on the visitor’s address counts; empty where none is. */
  trusted: readonly string[];
}

/** A year, without subdomains: those may lack HTTPS. */
const HSTS = 'max-age=31536000';
export const PRIVATE = 'private, no-store';

/** Headers for every answer. */
export const headersOf = ({ headers, hsts }: EdgeIntent): [name: string, value: string][] => [
  ...Object.entries(headers),
  ...(hsts ? ([['Strict-Transport-Security', HSTS]] as [string, string][]) : []),
];

/** Where one address of the site is wanted: from which hosts, to which. */
export const moves = ({ aliases, canonical }: EdgeIntent): { from: string; to: string }[] =>
  canonical === null ? [] : aliases.map((from) => ({ from, to: canonical }));

/** Text inside double quotes of nginx, Caddy and TOML. */
export const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`;
