import { createHmac, randomBytes } from 'node:crypto';
import type { CodePlace } from '../../../model/evidence/code.ts';
import type { EnvironmentName } from '../../../model/evidence/env.ts';
import type { SharedStore } from '../../../model/evidence/hosting.ts';
import { hostOf, isLocal, isStandIn } from '../pointing.ts';

export interface StoreUse {
  /** Where the data is, in clear: must not leave the collector. */
  identity: string;
  name: string;
  environment: EnvironmentName;
  at: CodePlace;
}

const CONNECTION =
  /^(postgres(?:ql)?|mysql|mongodb(?:\+srv)?|mssql|libsql|rediss?):\/\/(?:([^:@/\s]*)(?::[^@\s]*)?@)?([^/?\s]+)(?:\/([^?\s]*))?/i;
const PROJECT = /^(?:https:\/\/|db\.)?([a-z0-9]{15,30})\.supabase\.co\b/;
const POOLED = /^postgres\.([a-z0-9]{15,30})$/;

/** Which data store a variable leads to, whoever asks it and by which password; undefined for stores on this machine. */
export const storeIn = (name: string, value: string): string | undefined => {
  const text = value.trim();
  const project = PROJECT.exec(text)?.[1];
  if (project !== undefined) return `supabase ${project}`;
  if (/FIREBASE_PROJECT_ID$/.test(name) && /^[a-z][a-z0-9-]{3,40}$/.test(text)) return `firebase ${text}`;
  const [, scheme, user = '', host = '', database = ''] = CONNECTION.exec(text) ?? [];
  if (scheme === undefined) return undefined;
  const inner = PROJECT.exec(host)?.[1] ?? POOLED.exec(user)?.[1];
  if (inner !== undefined) return `supabase ${inner}`;
  const where = hostOf(`x-y://${host.split(',')[0] ?? ''}`);
  // A bare word is a container beside the app: each environment has its own of that name.
  if (where === undefined || isLocal(where) || isStandIn(where) || !where.includes('.')) return undefined;
  const kind = scheme
    .toLowerCase()
    .replace(/^postgresql$/, 'postgres')
    .replace(/^mongodb\+srv$/, 'mongodb')
    .replace(/^rediss$/, 'redis');
  return `${kind} ${where}/${database.toLowerCase()}`;
};

const GROUPS: Readonly<Partial<Record<EnvironmentName, string>>> = {
  development: 'development',
  local: 'development',
  test: 'test',
  preview: 'preview',
  staging: 'staging',
  production: 'production',
};

/** Stores that env files of more than one environment lead to, named by a keyed hash whose key is thrown away. */
export const sharedStores = (uses: readonly StoreUse[]): SharedStore[] => {
  const key = randomBytes(32);
  const known = uses.filter(({ environment }) => GROUPS[environment] !== undefined);
  return [...Map.groupBy(known, ({ identity }) => identity)]
    .filter(([, places]) => new Set(places.map(({ environment }) => GROUPS[environment])).size > 1)
    .map(([identity, places]) => ({
      id: createHmac('sha256', key).update(identity).digest('hex').slice(0, 16),
      kind: identity.split(' ')[0] ?? '',
      places: places.slice(0, 20).map(({ name, environment, at }) => ({ name, environment, at })),
    }));
};
