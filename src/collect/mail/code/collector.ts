import type { Collector } from '../../../model/collector.ts';
import type { CodeMail, CodeSender } from '../../../model/evidence/mail.ts';
import { parseDotenv } from '../../env/dotenv.ts';
import { environmentOf, isEnvFile } from '../../env/file-name.ts';
import { decodeText, readBytes } from '../../env/read-text.ts';
import { roleOf } from '../../env/role.ts';
import { walk } from '../../repo/walk.ts';
import { MAIL_PROVIDERS } from '../providers/registry.ts';
import { isSenderName, sendersInText } from './senders-in-text.ts';

const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py)$/i;
const MOST = 500;
const PAUSE_EVERY = 250;
/** Env files whose values production may use; a plain `.env` says nothing else. */
const READ_BY_PRODUCTION: ReadonlySet<string> = new Set(['production', 'unknown']);
const TEST_RUNNER = /['"](?:vitest|@jest\/globals|@playwright\/test|node:test|bun:test)['"]/;
const SERVER = /(["'`])([a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6})\1/gi;
const SERVERS = MAIL_PROVIDERS.flatMap(({ smtp }) => smtp);

/** Addresses and servers by which the repository's code sends mail. Examples, tests and tools send none to customers. */
export const codeMailCollector: Collector<'code.mail'> = {
  provides: ['code.mail'],
  collect: async ({ target, progress, signal }) => {
    const step = progress.step('senders of mail');
    try {
      const { files, truncated } = await walk(target.root, signal);
      if (truncated) return unread('Not all files of the folder were listed');
      const senders: CodeSender[] = [];
      const hosts: CodeMail['hosts'][number][] = [];
      for (const [index, path] of files.entries()) {
        if (index % PAUSE_EVERY === 0) {
          step.update('senders of mail', index / files.length);
          await new Promise((resolve) => setImmediate(resolve));
          if (signal.aborted) return unread('Stopped before it was read');
        }
        if (senders.length >= MOST || hosts.length >= MOST) break;
        const isSetting = isEnvFile(path);
        if (isSetting ? !READ_BY_PRODUCTION.has(environmentOf(path, target.config.env.files)) : !isRead(path)) continue;
        const bytes = readBytes(target.root, path);
        if (bytes === null || !(bytes.includes('@') || bytes.includes('smtp'))) continue;
        const text = decodeText(bytes);
        if (text === null || (!isSetting && TEST_RUNNER.test(text))) continue;
        if (isSetting) senders.push(...sendersInEnv(path, text));
        else {
          const lineOf = (at: number): number => text.slice(0, at).split('\n').length;
          senders.push(...sendersInText(text).map(({ at, ...one }) => ({ ...one, at: { path, line: lineOf(at) } })));
          hosts.push(...serversIn(text).map(({ host, at }) => ({ host, at: { path, line: lineOf(at) } })));
        }
      }
      return { 'code.mail': { ok: true, value: { senders, hosts } } };
    } catch (error) {
      return unread(error instanceof Error ? error.message.slice(0, 200) : 'unknown error');
    } finally {
      step.end();
    }
  },
};

const isRead = (path: string): boolean => SOURCE.test(path) && roleOf(path) === 'app';

const unread = (reason: string) =>
  ({
    'code.mail': {
      ok: false,
      reason: `The code was not searched for senders of mail: ${reason}`,
      unlock: 'Run it again to its end.',
    },
  }) as const;

const sendersInEnv = (path: string, text: string): CodeSender[] =>
  parseDotenv(text).entries.flatMap(({ name, value, line }): CodeSender[] => {
    const [, inner, plain] = /^(?:[^<>@]*<([\w.%+-]+@[\w.-]+)>|([\w.%+-]+@[\w.-]+))$/.exec(value.trim()) ?? [];
    const address = inner ?? plain;
    if (address === undefined || !isSenderName(name)) return [];
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    const local = address.slice(0, address.lastIndexOf('@'));
    return [{ address: `${local}@${domain}`, domain, name, at: { path, line }, as: 'setting' }];
  });

const serversIn = (text: string): { host: string; at: number }[] =>
  text.includes('smtp')
    ? [...text.matchAll(SERVER)].flatMap(({ 2: host = '', index }) =>
        SERVERS.some((pattern) => pattern.test(host.toLowerCase())) ? [{ host: host.toLowerCase(), at: index }] : [],
      )
    : [];
