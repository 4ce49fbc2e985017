import { spawnSync } from 'node:child_process';
import { connect } from 'node:tls';

/** What OpenSSL makes of a server's chain, with the authority of the bench alone: the number and the words of its error; 0 is none. */
export const opensslVerdict = (host: string, port: number, root: string): string => {
  const where = ['-connect', `127.0.0.1:${port}`, '-servername', host, '-CAfile', root, '-no-CApath'];
  const { stdout } = spawnSync('openssl', ['s_client', ...where, '-cipher', 'DEFAULT:@SECLEVEL=0'], {
    input: 'Q\n',
    encoding: 'utf8',
    timeout: 5_000,
  });
  return /Verify return code: (.*)/.exec(stdout)?.[1] ?? 'no handshake';
};

/** Whether a client of Node comes to an agreement that offers this group alone. */
export const nodeAgrees = (host: string, port: number, group: string): Promise<string> =>
  new Promise((resolve) => {
    const options = {
      host: '127.0.0.1',
      port,
      servername: host,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.3',
      ecdhCurve: group,
    } as const;
    const socket = connect(options, () => {
      resolve('agrees on it');
      socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(`does not: ${error.code ?? error.message}`));
  });
