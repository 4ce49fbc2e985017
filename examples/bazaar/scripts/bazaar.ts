/**
 * Starts Bazaar with everything it needs on this machine and prints where it is and who can log in. Ctrl-C ends it.
 *
 *   npm run bazaar                        on the embedded database in .bazaar/
 *   npm run bazaar -- --port 4100
 *   npm run bazaar -- --json              says where everything is as one line of JSON, for programs
 *   npm run bazaar -- --gullible          with a model that obeys whatever it reads
 *   DATABASE_URL=postgresql://… npm run bazaar
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBazaar, type LocalBazaar } from './run-bazaar.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4000' },
    gullible: { type: 'boolean', default: false },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

/** For people. */
const announce = (bazaar: LocalBazaar): void => {
  const width = Math.max(...bazaar.accounts.map(({ role }) => role.length));
  console.log(`
  Bazaar   ${bazaar.origin}
  Admin    ${bazaar.adminOrigin}
  Mail     ${bazaar.mailbox}

${bazaar.accounts.map(({ role, email }) => `  ${role.padEnd(width)}  ${email}`).join('\n')}

  Password of all: ${bazaar.password}
  Ctrl-C ends it.
`);
};

try {
  const databaseUrl = process.env['DATABASE_URL'];
  const bazaar = await runBazaar({
    dataDir: values.data ?? join(import.meta.dirname, '../../../.bazaar/data'),
    port: Number(values.port),
    manner: values.gullible ? 'gullible' : 'robust',
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  if (values.json) console.log(JSON.stringify(bazaar));
  else announce(bazaar);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void bazaar.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
