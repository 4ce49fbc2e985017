import { webcrypto } from 'node:crypto';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

const DAY = 24 * 3_600_000;
const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export interface CertificateSpec {
  names: readonly string[];
  /** From the first day to the last. */
  days: number;
  /** Days since it was issued. */
  age: number;
  /** Sends the intermediate too. */
  chain: boolean;
  /** Signed by itself instead of the authority. */
  selfSigned?: boolean;
  /** Bits of an RSA key; ECDSA P-256 when left out. */
  rsa?: number;
}

export interface Issued {
  /** PEM: the leaf, and the intermediate where it is sent. */
  cert: string;
  key: string;
}

export interface Authority {
  /** PEM of the root. */
  root: string;
  issue(spec: CertificateSpec): Promise<Issued>;
}

interface Signer {
  name: string;
  key: webcrypto.CryptoKey;
}

const keys = async (rsa?: number): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(
    rsa === undefined
      ? SIGNING
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: rsa, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );

const made = async (
  subject: string,
  publicKey: webcrypto.CryptoKey,
  signer: Signer,
  dates: { notBefore: Date; notAfter: Date },
  extensions: x509.Extension[],
): Promise<string> => {
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: Buffer.from(webcrypto.getRandomValues(new Uint8Array(8)))
      .toString('hex')
      .replace(/^./, '1'),
    subject,
    issuer: signer.name,
    ...dates,
    signingAlgorithm: SIGNING,
    publicKey,
    signingKey: signer.key,
    extensions,
  });
  return certificate.toString('pem');
};

/** A root and an intermediate, made anew for each run. */
export const makeAuthority = async (): Promise<Authority> => {
  x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0]);
  const [rootKeys, middleKeys] = await Promise.all([keys(), keys()]);
  const now = Date.now();
  const long = { notBefore: new Date(now - 400 * DAY), notAfter: new Date(now + 3_000 * DAY) };
  const rootName = "CN=Example Root, O=Let's Encrypt";
  const middleName = "CN=Example E1, O=Let's Encrypt";
  const authority = [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  ];
  const root = await made(rootName, rootKeys.publicKey, { name: rootName, key: rootKeys.privateKey }, long, authority);
  const middle = await made(
    middleName,
    middleKeys.publicKey,
    { name: rootName, key: rootKeys.privateKey },
    long,
    authority,
  );
  return {
    root,
    issue: async ({ names, days, age, chain, selfSigned = false, rsa }) => {
      const pair = await keys(rsa);
      const subject = `CN=${names[0]}`;
      const begun = now - age * DAY;
      const own = selfSigned && rsa === undefined;
      const leaf = await made(
        subject,
        pair.publicKey,
        own ? { name: subject, key: pair.privateKey } : { name: middleName, key: middleKeys.privateKey },
        { notBefore: new Date(begun), notAfter: new Date(begun + days * DAY) },
        [
          new x509.BasicConstraintsExtension(false),
          new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
          new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
          new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value }))),
        ],
      );
      const exported = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', pair.privateKey)).toString('base64');
      return {
        cert: chain && !own ? `${leaf}\n${middle}` : leaf,
        key: `-----BEGIN PRIVATE KEY-----\n${exported.replaceAll(/.{64}/g, '$&\n').trimEnd()}\n-----END PRIVATE KEY-----\n`,
      };
    },
  };
};
