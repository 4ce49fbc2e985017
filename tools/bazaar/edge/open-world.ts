import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAuthority, type Authority } from './certificates.ts';
import { openEdge, type EdgeFile } from './edge-server.ts';
import { makeSite } from './site.ts';
import { openZoneServers, RESOLVER } from './zone-servers.ts';

/** The shop's public surface as it runs on loopback. */
export interface EdgeWorld {
  /** What leads the program into it. */
  args: readonly string[];
  close(): Promise<void>;
}

let authority: Promise<Authority> | undefined;

/** Opens the surface that a copy of the app describes under `edge/`. */
export const openWorld = async (copy: string): Promise<EdgeWorld> => {
  const folder = join(copy, 'edge');
  const edge = JSON.parse(readFileSync(join(folder, 'edge.json'), 'utf8')) as EdgeFile;
  authority ??= makeAuthority();
  const ca = await authority;
  const [zones, servers] = await Promise.all([openZoneServers(folder), openEdge(edge, makeSite(folder), ca)]);
  const files = mkdtempSync(join(tmpdir(), 'bazaar-edge-'));
  writeFileSync(join(files, 'ca.pem'), ca.root);
  writeFileSync(join(files, 'ranges.json'), JSON.stringify(edge.ranges));
  const detours = [`:443::${servers.https}`, `:80::${servers.http}`, `:53::${zones.port}`];
  return {
    args: [
      'bazaar.test',
      `--resolver=${RESOLVER}:${zones.port}`,
      `--ca=${join(files, 'ca.pem')}`,
      `--ranges=${join(files, 'ranges.json')}`,
      ...detours.map((detour) => `--connect-to=${detour}`),
    ],
    close: async () => {
      await Promise.all([zones.close(), servers.close()]);
      rmSync(files, { recursive: true, force: true });
    },
  };
};
