import type { DnsAnswer, RecordType } from '../dns/answer.ts';
import type { Asker } from '../dns/client.ts';
import type { Tape } from './tape.ts';

/** Asks by way of a tape. What a recording does not hold is silence, which proves nothing. */
export const tapedAsker = (asker: Asker, tape: Tape): Asker => ({
  ask: (name, type, options) =>
    tape.play(
      `dns ${JSON.stringify([name, type, options])}`,
      () => asker.ask(name, type, options),
      () => silence(name, type),
    ),
});

const silence = (name: string, type: RecordType): DnsAnswer => ({
  name,
  type,
  outcome: 'timeout',
  server: 'recording',
  via: 'udp',
  records: [],
  authority: [],
  additional: [],
  authoritative: false,
  authenticated: false,
  recursive: false,
  took: 0,
});
