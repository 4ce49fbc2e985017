import type { Probe } from '../contract/probe.ts';
import { channel } from './channel.ts';
import { crossUser } from './cross-user.ts';
import { edgeFunction } from './edge-function.ts';
import { openRead } from './open-read.ts';
import { openWrite } from './open-write.ts';
import { ownPrivilege } from './own-privilege.ts';
import { rpc } from './rpc.ts';
import { serviceKey } from './service-key.ts';
import { signUpOpen } from './sign-up-open.ts';
import { storageRead } from './storage-read.ts';
import { storageWrite } from './storage-write.ts';

/** Probes of databases that the browser talks to directly, with a public key: Supabase and Firebase. */
export const directProbes: readonly Probe[] = [
  serviceKey,
  openRead,
  signUpOpen,
  rpc,
  storageRead,
  openWrite,
  crossUser,
  ownPrivilege,
  storageWrite,
  edgeFunction,
  channel,
];
