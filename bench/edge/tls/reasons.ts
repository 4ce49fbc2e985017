import type { Difference } from './facts.ts';

interface Reason {
  peer: 'sslscan' | 'testssl.sh';
  fact: RegExp;
  theirs: RegExp;
  why: string;
}

const REASONS: readonly Reason[] = [
  {
    peer: 'sslscan',
    fact: /^group of TLS 1.3: \w+MLKEM/,
    theirs: /^no$/,
    why: 'This version does not know the hybrid groups of 2024.',
  },
  {
    peer: 'testssl.sh',
    fact: /^group of TLS 1.3: \w+MLKEM/,
    theirs: /^no$/,
    why: 'Version 3.0 does not know the hybrid groups of 2024.',
  },
  {
    peer: 'sslscan',
    fact: /^bits of Diffie-Hellman$/,
    theirs: /^\d+$/,
    why: 'It prints them only of suites that its own OpenSSL speaks. Java takes a prime of 512 bits for export suites, and that is what an attacker asks for.',
  },
];

/** Why a peer says something else; undefined is a fault of ours until it is explained. */
export const reasonFor = (peer: string, { fact, theirs }: Difference): string | undefined =>
  REASONS.find((one) => one.peer === peer && one.fact.test(fact) && one.theirs.test(theirs))?.why;
