import { createHash } from 'node:crypto';

const source = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A Content-Security-Policy under which the page loads nothing and runs exactly this style sheet and script. */
export const contentPolicy = (styles: string, script: string): string =>
  [
    "default-src 'none'",
    `style-src ${source(styles)}`,
    `script-src ${source(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
