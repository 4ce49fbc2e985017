import { createHash } from 'node:crypto';
import { resolveTxt } from 'node:dns/promises';
import type { Send } from '../contract/send.ts';
import type { Scope } from './scope.ts';

export const PROOF_PATH = '/.well-known/launch-ready.txt';
const PROOF_HOST = '_launch-ready';

/** What the owner publishes: the same for an app every time, and worth nothing to anybody else. */
export const proofToken = (appName: string, origin: string): string =>
  `launch-ready=${createHash('sha256').update(`${appName}\n${origin}`).digest('hex').slice(0, 32)}`;

export type Proof = { ok: true; how: string } | { ok: false; reason: string; unlock: string };

/**
 * Whether the user may probe what is not on this machine: a TXT record or a file with the token shows it, for each origin. Loopback
 * needs none.
 */
export const proveOwnership = async (scope: Scope, appName: string, send: Send): Promise<Proof> => {
  const ways = new Set<string>();
  for (const { origin, reach } of scope.allowed.values()) {
    if (reach === 'loopback') continue;
    const token = proofToken(appName, origin);
    const way = (await inDns(new URL(origin).hostname, token)) ?? (await inFile(origin, token, send));
    if (way === null) {
      return {
        ok: false,
        reason: `Nothing shows that ${origin} is yours, so only what any visitor does was done.`,
        unlock: `Publish ${token} as a TXT record of ${PROOF_HOST}.${new URL(origin).hostname} or at ${origin}${PROOF_PATH}.`,
      };
    }
    ways.add(way);
  }
  return { ok: true, how: ways.size === 0 ? 'loopback' : [...ways].join(', ') };
};

const inDns = async (host: string, token: string): Promise<string | null> => {
  try {
    const records = await resolveTxt(`${PROOF_HOST}.${host}`);
    return records.some((parts) => parts.join('') === token) ? `TXT record of ${PROOF_HOST}.${host}` : null;
  } catch {
    return null;
  }
};

const inFile = async (origin: string, token: string, send: Send): Promise<string | null> => {
  const answer = await send(
    { method: 'GET', url: `${origin}${PROOF_PATH}` },
    { as: null, mode: 'passive', maxBytes: 10_000 },
  );
  const has = answer.ok && answer.status === 200 && answer.text.split(/\r?\n/).some((line) => line.trim() === token);
  return has ? `${origin}${PROOF_PATH}` : null;
};
