import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, OWN_ADDRESS, startServer } from './own-server.ts';

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', 'nginx'].find(
  (path) => spawnSync(path, ['-v']).error === undefined,
);

/** Whether nginx is here: `apt-get install nginx-light`. */
export const hasNginx = NGINX !== undefined;

export interface NginxHandle {
  address: string;
  https: number;
  http: number;
  close(): Promise<void>;
}

export interface NginxSpec {
  /** Files by name, beside which the configuration stands: certificates, keys, pages. */
  files: Readonly<Record<string, string>>;
  /** `server` blocks; `{https}` and `{http}` stand for `address:port`. */
  servers: string;
}

/** A real nginx on loopback with these servers. */
export const openNginx = async ({ files, servers }: NginxSpec): Promise<NginxHandle> => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const [https, http] = [await freePort(), await freePort()];
  mkdirSync(join(folder, 'tmp'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off;
master_process off;
pid ${folder}/pid;
error_log stderr notice;
events { worker_connections 512; }
http {
access_log off;
${temporary.map((kind) => `${kind}_temp_path ${folder}/tmp;`).join('\n')}
${servers.replaceAll('{https}', `${OWN_ADDRESS}:${https}`).replaceAll('{http}', `${OWN_ADDRESS}:${http}`)}
}
`,
  );
  // Its sockets are open when it names the method that it waits by.
  const server = await startServer(
    NGINX ?? 'nginx',
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'],
    /using the/,
    folder,
  );
  return { address: OWN_ADDRESS, https, http, close: server.close };
};
