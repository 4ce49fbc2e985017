import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Net } from '../net.ts';
import { startDevtools } from './devtools.ts';
import { openProxy } from './proxy.ts';
import { visit, type Visit } from './visit.ts';

export interface BrowserOptions {
  /** Its file. */
  program: string;
  /** False: what a page breaks out of stands with the user's own rights. */
  sandbox: boolean;
  /** Hosts that get the headers by which their owner knows the run; others see a browser like any. */
  isOwn: (host: string) => boolean;
}

export interface Browser {
  /** Loads one page as a new visitor. Null: it did not load, or not in time. Never rejects. */
  readonly visit: (url: string) => Promise<Visit | null>;
  close(): Promise<void>;
}

const ARGS = [
  '--headless=new',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  // Loopback too goes by way of the proxy.
  '--proxy-bypass-list=<-loopback>',
];

/** Starts a browser with a folder of its own, whose only way out is `net`. Rejects with what it said when it does not start. */
export const openBrowser = async (net: Net, { program, sandbox, isOwn }: BrowserOptions): Promise<Browser> => {
  // It says of itself what it is.
  const { 'user-agent': _, ...identity } = net.identity;
  const folder = mkdtempSync(join(tmpdir(), 'launch-ready-browser-'));
  const proxy = await openProxy(net);
  const clear = async (): Promise<void> => {
    await proxy.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const devtools = await startDevtools(program, [
      ...ARGS,
      `--user-data-dir=${folder}`,
      `--proxy-server=http://127.0.0.1:${proxy.port}`,
      ...(sandbox ? [] : ['--no-sandbox']),
      // It knows nothing of authorities that the user named.
      ...(net.ca.length === 0 ? [] : ['--ignore-certificate-errors']),
      'about:blank',
    ]);
    const stop = (): void => void devtools.close();
    net.signal.addEventListener('abort', stop, { once: true });
    return {
      visit: async (url) => {
        try {
          return await visit(devtools, url, { admit: proxy.admit, identity, isOwn });
        } catch {
          return null;
        }
      },
      close: async () => {
        net.signal.removeEventListener('abort', stop);
        await devtools.close();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
};
