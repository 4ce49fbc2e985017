/** What `launch-ready edge` learns of one server by greetings and a handshake, as JSON: `node look.ts <address> <port> <host>`. */
import { surveyTls } from '../../src/net/tls/survey-tls.ts';
import { SUITES } from '../../src/net/tls/suites.ts';

const [address = '', port = '', host = ''] = process.argv.slice(2);
const begun = performance.now();
const { versions, groups, compression, stapled, greetings } = await surveyTls(
  { address, port: Number(port) },
  { host },
);
/** Without the start of Node. */
const milliseconds = Math.round(performance.now() - begun);
const named = versions.map(({ version, suites }) => ({ version, suites: suites.map((id) => SUITES.get(id)?.name) }));
console.log(JSON.stringify({ versions: named, groups, compression, stapled, greetings, milliseconds }));
