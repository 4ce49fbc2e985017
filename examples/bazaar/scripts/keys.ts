import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets of a Bazaar that runs on this machine only; made at its first start and kept beside its database. */
export interface LocalKeys {
  jwt: string;
  fileUrl: string;
  shippingHook: string;
  paymentHook: string;
  mailHook: string;
  payments: string;
  mail: string;
  model: string;
  /** Of all seeded accounts. */
  password: string;
}

const random = (bytes: number): string => randomBytes(bytes).toString('base64url');

export const localKeys = (dataDir: string): LocalKeys => {
  const path = join(dataDir, 'keys.json');
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LocalKeys;
  } catch {
    const keys: LocalKeys = {
      jwt: random(32),
      fileUrl: random(32),
      shippingHook: random(32),
      paymentHook: `whsec_${random(24)}`,
      mailHook: `whsec_${randomBytes(24).toString('base64')}`,
      payments: `sk_test_${random(24)}`,
      mail: random(24),
      model: random(24),
      password: random(12),
    };
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(path, JSON.stringify(keys, null, 2), { mode: 0o600 });
    return keys;
  }
};
