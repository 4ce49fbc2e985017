import { isIP } from 'node:net';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';

/** `9.9.9.9`, `127.0.0.1:5353`, `[::1]:53`, or the URL of a DoH server. Throws CliError. */
export const parseResolver = (text: string): { address: string; port: number } | { url: string } => {
  if (/^https:\/\//i.test(text) && URL.canParse(text)) return { url: text };
  const [, six, four, port] = /^(?:\[([\da-f:.]+)\]|([\d.]+)|[\da-f:]+)(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const bare = six ?? four ?? text;
  const number = Number(port ?? 53);
  if (isIP(bare) !== 0 && number > 0 && number < 65_536) return { address: bare, port: number };
  throw new CliError(
    `--resolver ${printable(text, 60)} is no name server: give an address (9.9.9.9, 127.0.0.1:5353, [::1]:53) or a URL (https://dns.example/dns-query).`,
  );
};
