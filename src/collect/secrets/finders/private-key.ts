import { shannon } from '../detect/rarity.ts';
import type { Hit } from '../detect/hit.ts';
import type { Text } from '../detect/text.ts';
import type { Finder } from './finder.ts';

const HEADER =
  /-----BEGIN ((?:RSA |EC |DSA |OPENSSH |ENCRYPTED |SSH2 ENCRYPTED |ANY )?PRIVATE KEY|PGP PRIVATE KEY BLOCK)-----$/;
const LONGEST = 24_576;
const LEAST_BASE64 = 64;

/** PEM and PGP private keys, on lines of their own, with `\n` escaped, or joined in code. */
export const privateKeyFinder: Finder = {
  anchors: ['PRIVATE KEY-----', 'PRIVATE KEY BLOCK-----'],
  find(text, _start, end, _anchor, emit) {
    const header = HEADER.exec(text.slice(end - 60, end));
    const label = header?.[1];
    if (header === null || label === undefined) return;
    // The key's end may be far, and whether a version of the text has it can hang on bytes as far.
    text.lookedFar = true;
    const from = end - header[0].length;
    const close = text.bytes.subarray(end, end + LONGEST).indexOf('-----END');
    if (close === -1) return;
    const body = keyBody(text.slice(end, end + close));
    if (body.length < LEAST_BASE64 || !/^[A-Za-z0-9+/=]+$/.test(body) || shannon(body) < 4) return;
    const closing = text.slice(end + close + 8, end + close + 60).indexOf('-----');
    const to = end + close + 8 + (closing === -1 ? 0 : closing + 5);
    emit({ ...describe(label, text, from, to), start: from, end: to, value: body, rank: 2 });
  },
};

/** Base64 of the key: without escapes, quotes, joining operators, indentation and PEM headers. */
const keyBody = (raw: string): string =>
  raw
    .replace(/\\+[nrt]/g, '\n')
    .replace(/^[ \t"'`]*(?:Proc-Type|DEK-Info|Version|Comment|Charset|Hash):.*$/gm, '')
    .replace(/^=[A-Za-z0-9+/]{4}$/m, '')
    .replace(/[\s"'`,;\\]|\+[ \t]*$|^[ \t]*[+>|.-]/gm, '');

type Description = Omit<Hit, 'start' | 'end' | 'value' | 'rank'>;

const describe = (label: string, text: Text, from: number, to: number): Description => {
  const around = text.slice(from - 600, from) + text.slice(to, to + 1200);
  const account = /"client_email"\s*:\s*"([\w.@-]{3,120})"/.exec(around)?.[1];
  const common = { verdict: 'secret', confidence: 'high', testMode: false } as const;
  if (account !== undefined || /"type"\s*:\s*"service_account"/.test(around)) {
    return {
      ...common,
      rule: 'google-cloud-service-account-key',
      ruleName: 'Google Cloud service account key',
      provider: 'google-cloud',
      providerName: 'Google Cloud',
      power: 'infrastructure',
      impact: 'Act as the service account: often read and write the database, the storage and all user records.',
      rotation: { kind: 'overlap', at: 'https://console.cloud.google.com/iam-admin/serviceaccounts' },
      ...(account === undefined ? {} : { facts: { account } }),
    };
  }
  const isSsh = label.startsWith('OPENSSH') || label.startsWith('SSH2');
  return {
    ...common,
    rule: 'private-key',
    ruleName: label.startsWith('PGP') ? 'PGP private key' : isSsh ? 'SSH private key' : 'Private key',
    provider: 'private-key',
    providerName: 'whoever trusts the key',
    power: isSsh ? 'infrastructure' : 'identity',
    ...(label.includes('ENCRYPTED')
      ? { confidence: 'medium' as const, facts: { encrypted: 'with a passphrase' } }
      : {}),
    impact: isSsh
      ? 'Log in to every server and code host that trusts the key.'
      : 'Sign tokens, impersonate the server or decrypt what was meant for it: whatever trusts this key.',
    rotation: {
      kind: 'overlap',
      at: 'https://docs.github.com/en/authentication/connecting-to-github-with-ssh',
      notes: ['Find out what trusts the key (servers, code host, token verification, TLS) before it is replaced.'],
    },
  };
};
