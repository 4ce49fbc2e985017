import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFakeApi } from '../../../src/net/cloudflare/testing/fake-api.ts';
import type { FakeZone } from '../../../src/net/cloudflare/testing/fake-zone.ts';
import { makeAuthority, type Authority } from '../../../src/net/testing/authority.ts';
import { openEdge, type EdgeFile } from './edge-server.ts';
import { headersIn, makeSite } from './site.ts';
import { openZoneServers, RESOLVER } from './zone-servers.ts';

/** The shop's public surface as it runs on loopback. */
export interface EdgeWorld {
  /** What leads the program into it. */
  options: readonly string[];
  /** The token for the CDN’s API, and where that is. */
  env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

let authority: Promise<Authority> | undefined;

/** Opens the surface that a copy of the app describes under `edge/`. */
export const openWorld = async (copy: string): Promise<EdgeWorld> => {
  const folder = join(copy, 'edge');
  const edge = JSON.parse(readFileSync(join(folder, 'edge.json'), 'utf8')) as EdgeFile;
  authority ??= makeAuthority();
  const ca = await authority;
  const zone = JSON.parse(readFileSync(join(folder, 'cloudflare.json'), 'utf8')) as FakeZone;
  const [zones, servers, api] = await Promise.all([
    openZoneServers(folder),
    openEdge(edge, makeSite(folder), ca, headersIn(folder).everywhere),
    openFakeApi([zone], { mayWrite: false }),
  ]);
  const files = mkdtempSync(join(tmpdir(), 'bazaar-edge-'));
  writeFileSync(join(files, 'ca.pem'), ca.root);
  writeFileSync(join(files, 'ranges.json'), JSON.stringify(edge.ranges));
  writeFileSync(join(files, 'anchor.ds'), zones.anchor);
  const detours = [`:443::${servers.https}`, `:80::${servers.http}`, `:53::${zones.port}`];
  return {
    options: [
      `--resolver=${RESOLVER}:${zones.port}`,
      `--ca=${join(files, 'ca.pem')}`,
      `--trust-anchor=${join(files, 'anchor.ds')}`,
      `--ranges=${join(files, 'ranges.json')}`,
      ...detours.map((detour) => `--connect-to=${detour}`),
    ],
    env: { CLOUDFLARE_API_TOKEN: 'right-token', CLOUDFLARE_BASE_URL: api.base },
    close: async () => {
      await Promise.all([zones.close(), servers.close(), api.close()]);
      rmSync(files, { recursive: true, force: true });
    },
  };
};
