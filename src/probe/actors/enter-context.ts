import type { BoundaryConfig } from '../../model/target.ts';
import type { Door } from './door.ts';
import type { Seen } from './establish.ts';
import type { Environment } from './given.ts';
import type { Proof } from './liveness.ts';
import type { Way } from './log-in.ts';
import type { Presentation } from './present.ts';
import type { WfcUser } from './wfc.ts';

/** What was found out for one actor and holds for the next. */
interface KnownWay {
  way: Way;
  presentation?: Presentation;
  /** Members that lead to the token in the login's answer. */
  tokenAt?: readonly string[];
  /** It asked for a code after the password. */
  code?: boolean;
  /** Changes carry a token that the app's pages give. */
  csrf?: boolean;
}

export interface EnterContext {
  door: Door;
  config: BoundaryConfig;
  env: Environment;
  readFile: (path: string) => Promise<string>;
  nobody: Seen['nobody'];
  users: readonly WfcUser[];
  /** By role, and under `*` the first that worked. */
  known: Map<string, KnownWay>;
  /** By origin: where the app shows that it knows somebody; null when it was looked for in vain. */
  proofs: Map<string, Proof | null>;
  /** So many failed log-ins are left while the way in is looked for. */
  budget: { refusals: number };
}

export const knownFor = ({ known }: EnterContext, role: string): KnownWay | undefined =>
  known.get(role) ?? known.get('*');
