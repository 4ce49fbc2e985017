import { getServers } from 'node:dns';
import { readFile, stat } from 'node:fs/promises';
import { isIP } from 'node:net';
import { renderMail } from '../../report/mail/render-mail.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { parseResolver } from '../options/resolver.ts';
import { printable } from '../output/printable.ts';
import { print } from '../output/streams.ts';
import { inWords } from '../output/write-file.ts';

interface Flags {
  eml: string;
  ip?: string;
  helo?: string;
  mailFrom?: string;
  resolver?: ReturnType<typeof parseResolver>;
  json?: boolean;
}

const MOST_BYTES = 50 * 1024 * 1024;

/** Judges one received mail and prints it. Throws CliError for a file that cannot be read. */
export const runMail = async ({ eml, resolver, json, ...given }: Flags): Promise<void> => {
  if (given.ip !== undefined && isIP(given.ip) === 0)
    throw new CliError(`--ip ${printable(given.ip, 60)} is no address.`);
  const bytes = await readMail(eml);
  const { verifyMail } = await import('../../program.ts');
  const servers = resolver === undefined ? getServers().map(parseResolver) : [resolver];
  const judged = await verifyMail({ bytes, servers, now: new Date(), ...given });
  await print(json === true ? JSON.stringify(judged, null, 2) : renderMail(judged));
  process.exitCode = { pass: EXIT.go, fail: EXIT.noGo, none: EXIT.noGo, unknown: EXIT.undecided }[judged.dmarc.result];
};

const readMail = async (path: string): Promise<Buffer> => {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw new CliError(`${printable(path)} has more than 50 MB: that is no mail.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof CliError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(
      `${printable(path)} could not be read: ${code === 'ENOENT' ? 'there is no such file' : inWords(error)}.`,
    );
  }
};
