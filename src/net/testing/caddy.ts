import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, OWN_ADDRESS, startServer } from './own-server.ts';

/** Whether Caddy is here: `apt-get install caddy`. */
export const hasCaddy = spawnSync('caddy', ['version']).error === undefined;

export interface CaddyHandle {
  address: string;
  https: number;
  http: number;
  close(): Promise<void>;
}

/** A real Caddy on loopback with this certificate and these directives for `host`, as its defaults have it otherwise. */
export const openCaddy = async (
  host: string,
  { cert, key }: { cert: string; key: string },
  directives: string,
): Promise<CaddyHandle> => {
  const folder = mkdtempSync(join(tmpdir(), 'caddy-'));
  const [https, http] = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key);
  writeFileSync(
    join(folder, 'Caddyfile'),
    `{
  admin off
  http_port ${http}
  https_port ${https}
  default_bind ${OWN_ADDRESS}
  storage file_system ${folder}/storage
}
https://${host}:${https} {
  tls ${folder}/cert.pem ${folder}/key.pem
${directives}
}
http://${host}:${http} {
  redir https://{host}{uri} 308
}
`,
  );
  const server = await startServer(
    'caddy',
    ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')],
    /serving initial configuration/,
    folder,
  );
  return { address: OWN_ADDRESS, https, http, close: server.close };
};
