/**
 * The public surface beside other checkers, all in one run.
 *
 *   npm run bench:edge -- [tls|mail|headers|speed …] [--rounds 5] [--quick]
 *
 * `tls`: facts of servers with faults, beside sslscan and testssl.sh. `mail`: SPF, DKIM and DMARC beside mailauth. `headers`: beside MDN's HTTP
 * Observatory analyser. `speed`: one TLS server, and all of stage 2 on eight hosts. All of them when none is named. `--quick` leaves out testssl.sh,
 * which takes ten minutes. sslscan and testssl.sh are taken from the machine; the two from npm are installed into bench/.cache, without scripts.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { headersBench } from './headers/run.ts';
import { mailBench } from './mail/run.ts';
import { speedBench } from './speed.ts';
import { tlsBench } from './tls/run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, quick: { type: 'boolean', default: false } },
});

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  tls: () => tlsBench(values.quick),
  mail: mailBench,
  headers: headersBench,
  speed: () => speedBench(Number(values.rounds), values.quick),
};

const unknown = positionals.find((name) => !(name in PARTS));
if (unknown !== undefined) {
  console.error(`${unknown} is no part of it; there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
console.log(
  `${cpus().length} processors, ${cpus()[0]?.model ?? ''}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
);
for (const name of positionals.length === 0 ? Object.keys(PARTS) : positionals) {
  console.log(`\n${name}`);
  await PARTS[name]?.();
}
