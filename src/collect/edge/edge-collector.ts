import type { EdgeHosts } from '../../model/evidence/edge/hosts.ts';
import type { Evidence, EvidenceKey, EvidenceMap, Fact } from '../../model/evidence/map.ts';
import type { Progress } from '../../model/progress.ts';
import type { EdgeConfig } from '../../model/target.ts';
import type { Visit } from '../../net/browser/visit.ts';
import type { Net, NetAnswer, NetError } from '../../net/net.ts';

export interface EdgeContext {
  net: Net;
  hosts: EdgeHosts;
  config: EdgeConfig;
  /** What the repository told before: hosting, endpoints, environment. Empty when only domains were named. */
  evidence: Evidence;
  /** What anybody gets at an address, without following redirects; asked for once in a run, whoever wants it. */
  page: (url: string) => Promise<NetAnswer | NetError>;
  /** Loads a page in a browser; absent where none was asked for. Null: it did not load. */
  visit?: (url: string) => Promise<Visit | null>;
  /** Text of a file of the repository, or null. */
  readText: (path: string) => string | null;
  progress: Progress;
}

/** Looks at one side of the public surface. All run at once; none sees another's evidence. Never throws. */
export interface EdgeCollector<K extends EvidenceKey = EvidenceKey> {
  provides: readonly K[];
  collect(context: EdgeContext): Promise<{ [P in K]: Fact<EvidenceMap[P]> }>;
}

export interface AnyEdgeCollector {
  provides: readonly EvidenceKey[];
  collect(context: EdgeContext): Promise<Evidence>;
}
