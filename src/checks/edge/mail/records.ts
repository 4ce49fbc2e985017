import type { Fix } from '../../../model/finding.ts';
import { printable, shellWord } from '../../secrets/leak/text.ts';

/** A record as it is pasted at a DNS host. */
export const dnsSnippet = (...lines: readonly string[]): NonNullable<Fix['snippet']> => ({
  path: 'your DNS',
  language: 'dns',
  content: lines.join('\n'),
});

/** The command that shows what stands there now. */
export const dig = (name: string, type: string): string => `dig +short ${type} ${shellWord(printable(name))}`;

/** The part of a zone file that an `evaluate` has put together for its fix; empty where there is nothing to publish. */
export const zoneIn = (data: unknown): string => (data as { zone?: string } | undefined)?.zone?.trimEnd() ?? '';

/** The one record that an `evaluate` has put together for its fix; empty where there is none. */
export const recordIn = (data: unknown): string => printable((data as { record?: string } | undefined)?.record ?? '');
