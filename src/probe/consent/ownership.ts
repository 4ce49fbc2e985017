import { createHash } from 'node:crypto';
import { resolveTxt } from 'node:dns/promises';
import type { Send } from '../contract/send.ts';
import type { Scope } from './scope.ts';

export const PROOF_PATH = '/.well-known/launch-ready.txt';
const PROOF_HOST = '_launch-ready';

/** What the owner of an origin or project publishes: the same every time and on every machine, and worth nothing to anybody else. */
export const proofToken = (place: string): string =>
  `launch-ready=${createHash('sha256').update(place).digest('hex').slice(0, 32)}`;

export type Proof = { ok: true; how: string } | { ok: false; reason: string; unlock: string };

/** How each origin is shown to be the user's: a TXT record or a file with the token. Loopback needs none. */
export const proveOrigins = async (scope: Scope, send: Send): Promise<ReadonlyMap<string, Proof>> => {
  const proofs = new Map<string, Proof>();
  for (const { origin, reach } of scope.allowed.values()) {
    const token = proofToken(origin);
    const way =
      reach === 'loopback'
        ? 'loopback'
        : ((await inDns(new URL(origin).hostname, token)) ?? (await inFile(origin, token, send)));
    proofs.set(
      origin,
      way === null
        ? {
            ok: false,
            reason: `Nothing shows that ${origin} is yours, so only what any visitor does was done.`,
            unlock: `Publish ${token} as a TXT record of ${PROOF_HOST}.${new URL(origin).hostname} or at ${origin}${PROOF_PATH}.`,
          }
        : { ok: true, how: way },
    );
  }
  return proofs;
};

/** Whether the user may probe: the first origin that nothing shows to be theirs says no for all. */
export const proofOfAll = (proofs: readonly Proof[]): Proof => {
  const ways = new Set<string>();
  for (const proof of proofs) {
    if (!proof.ok) return proof;
    if (proof.how !== 'loopback') ways.add(proof.how);
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
