import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, OWN_ADDRESS, startServer } from './own-server.ts';

const NSD = ['/usr/sbin/nsd', '/usr/local/sbin/nsd'].find((path) => spawnSync(path, ['-v']).error === undefined);

/** Whether NSD and ldns are here: `apt-get install nsd ldnsutils`. */
export const hasNsd = NSD !== undefined && spawnSync('ldns-signzone', ['-v']).error === undefined;

export interface SignSpec {
  /** As ldns-keygen names it. */
  algorithm?: string;
  bits?: number;
  /** Dates as ldns takes them: `20261101000000`. */
  from?: string;
  until?: string;
  nsec3?: 'plain' | 'opt-out';
}

export interface SignedZone {
  name: string;
  /** The zone as it is served. */
  text: string;
  /** DS of its key signing key, as a line of a zone. */
  ds: string;
}

/** Signs a zone with new keys, by ldns. `text`: without keys; relative names belong to `name`. */
export const signZone = (
  name: string,
  text: string,
  { algorithm = 'ECDSAP256SHA256', bits, from, until, nsec3 }: SignSpec = {},
): SignedZone => {
  const folder = mkdtempSync(join(tmpdir(), 'zone-'));
  const ldns = (program: string, args: readonly string[]): string =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const size = bits === undefined ? [] : ['-b', String(bits)];
    const keys = [['-k'], []].map((kind) => ldns('ldns-keygen', ['-a', algorithm, ...size, ...kind, name]).trim());
    writeFileSync(join(folder, 'zone'), `$ORIGIN ${name === '.' ? '.' : `${name}.`}\n${text}`);
    ldns('ldns-signzone', [
      ...(from === undefined ? [] : ['-i', from]),
      ...(until === undefined ? [] : ['-e', until]),
      ...(nsec3 === undefined ? [] : ['-n', '-t', '1', '-s', 'abcd', ...(nsec3 === 'opt-out' ? ['-p'] : [])]),
      '-o',
      name,
      'zone',
      ...keys,
    ]);
    return {
      name,
      text: readFileSync(join(folder, 'zone.signed'), 'utf8'),
      ds: readFileSync(join(folder, `${keys[0]}.ds`), 'utf8').trim(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export interface NsdHandle {
  address: string;
  port: number;
  close(): Promise<void>;
}

/** A real NSD on loopback that serves these zones and nothing else. */
export const openNsd = async (zones: readonly { name: string; text: string }[]): Promise<NsdHandle> => {
  const folder = mkdtempSync(join(tmpdir(), 'nsd-'));
  const port = await freePort();
  mkdirSync(join(folder, 'zones'));
  const blocks = zones.map(({ name, text }, index) => {
    writeFileSync(join(folder, `zones/${index}`), text);
    return `zone:\n  name: "${name}"\n  zonefile: "zones/${index}"\n`;
  });
  writeFileSync(
    join(folder, 'nsd.conf'),
    `server:
  ip-address: ${OWN_ADDRESS}@${port}
  server-count: 1
  username: ""
  chroot: ""
  database: ""
  zonesdir: "${folder}"
  pidfile: ""
  xfrdfile: "${folder}/xfrd"
  zonelistfile: "${folder}/zone.list"
  xfrdir: "${folder}"
  verbosity: 1
remote-control:
  control-enable: no
${blocks.join('')}`,
  );
  // It says so after the zones are loaded and the sockets are open.
  const server = await startServer(NSD ?? 'nsd', ['-d', '-c', join(folder, 'nsd.conf')], /nsd started/, folder);
  return { address: OWN_ADDRESS, port, close: server.close };
};
