/**
 * MDN's analyser on names that are all at home: `node oracle.ts <its folder> <http port> <https port> <host> …`, run with the authority in
 * NODE_EXTRA_CA_CERTS. Prints JSON. It only knows ports 80 and 443, so what it dials is led to ours.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = '', http = '', https = '', ...hosts] = process.argv.slice(2);

// Its install script, which is not run, would fetch the list of preloaded hosts; none of ours stands there.
const list = join(folder, 'conf/hsts-preload.json');
if (!existsSync(list)) {
  mkdirSync(join(folder, 'conf'), { recursive: true });
  writeFileSync(list, '{}');
}

const dial = Reflect.get(net.Socket.prototype, 'connect') as (this: net.Socket, ...args: unknown[]) => net.Socket;
const PORTS: Readonly<Record<string, number>> = { 80: Number(http), 443: Number(https) };
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const [first] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  const options = first as { host?: string; port?: number | string };
  const port = PORTS[String(options.port)];
  if (port !== undefined) Object.assign(options, { host: '127.0.0.1', port });
  return dial.apply(this, args);
};

interface Test {
  pass: boolean;
  result: string;
  scoreModifier: number;
}
interface Scan {
  scan: { grade: string; score: number };
  tests: Record<string, Test>;
}

const analyser = (await import(pathToFileURL(join(folder, 'src/scanner/index.js')).href)) as {
  scan: (host: string) => Promise<Scan>;
};
const told: Record<string, unknown> = {};
for (const host of hosts) {
  const begun = performance.now();
  try {
    const { scan: whole, tests } = await analyser.scan(host);
    const short = Object.entries(tests).map(([name, { pass, result, scoreModifier }]) => [
      name,
      { pass, result, scoreModifier },
    ]);
    told[host] = {
      grade: whole.grade,
      seconds: (performance.now() - begun) / 1000,
      tests: Object.fromEntries(short) as unknown,
    };
  } catch (error) {
    told[host] = { problem: error instanceof Error ? error.message : 'it threw' };
  }
}
console.log(JSON.stringify(told));
process.exit(0);
