import type { Probe } from '../contract/probe.ts';
import { tokenAudience } from './token-audience.ts';
import { tokenConfusion } from './token-confusion.ts';
import { tokenExpiry } from './token-expiry.ts';
import { tokenKeyHeader } from './token-key-header.ts';
import { tokenLifetime } from './token-lifetime.ts';
import { tokenRoleClaim } from './token-role-claim.ts';
import { tokenSignatureUnchecked } from './token-signature-unchecked.ts';
import { tokenTypeConfusion } from './token-type-confusion.ts';
import { tokenUnsigned } from './token-unsigned.ts';
import { tokenWeakSecret } from './token-weak-secret.ts';

/** Probes of JSON web tokens. Signatures first: the others follow from them. */
export const tokenProbes: readonly Probe[] = [
  tokenSignatureUnchecked,
  tokenUnsigned,
  tokenWeakSecret,
  tokenConfusion,
  tokenExpiry,
  tokenAudience,
  tokenTypeConfusion,
  tokenKeyHeader,
  tokenRoleClaim,
  tokenLifetime,
];
