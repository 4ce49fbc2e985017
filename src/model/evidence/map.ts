import type { AccessCell, BoundaryActor, BoundaryOperation, BoundaryRun, Exchange, Observation } from './boundary.ts';
import type { BoundaryTrials } from './trials.ts';
import type { CodeCoverage, CodePattern, Endpoint } from './code.ts';
import type { DataProofs, DataSchema, FirebaseRule } from './data.ts';
import type { DepsEvidence } from './deps.ts';
import type { CloudflareEvidence } from './edge/cloudflare.ts';
import type { EdgeFronts } from './edge/front.ts';
import type { EdgeCaching } from './edge/caching.ts';
import type { EdgeCode } from './edge/code.ts';
import type { EdgeDns } from './edge/dns.ts';
import type { EdgeHosts } from './edge/hosts.ts';
import type { EdgeSetup } from './edge/setup.ts';
import type { EdgeRecords } from './edge/records.ts';
import type { EdgeReliance } from './edge/reliance.ts';
import type { EdgeTrust } from './edge/trust.ts';
import type { EdgeWeb } from './edge/web.ts';
import type { EdgeTls } from './edge/tls.ts';
import type { EnvEvidence } from './env.ts';
import type { HostingDomain, HostingSetting, HostingTarget, ManualEdit, PipelineJob, SharedStore } from './hosting.ts';
import type { CodeMail, MailDomain, MailFrom } from './mail.ts';
import type { RepoSummary } from './repo.ts';
import type { ScanCoverage, Sighting } from './secrets.ts';
import type { PipelineEvidence } from './pipeline.ts';

/** Every kind of evidence by its key. Values are plain and serialisable; secrets in them are already masked. */
export interface EvidenceMap {
  'repo.summary': RepoSummary;
  'secrets.sightings': readonly Sighting[];
  'secrets.coverage': ScanCoverage;
  'env.files': EnvEvidence;
  'pipeline.files': PipelineEvidence;
  'deps.versions': DepsEvidence;
  'hosting.targets': readonly HostingTarget[];
  'hosting.domains': readonly HostingDomain[];
  'hosting.settings': readonly HostingSetting[];
  'hosting.jobs': readonly PipelineJob[];
  'hosting.edits': readonly ManualEdit[];
  'hosting.stores': readonly SharedStore[];
  'code.endpoints': readonly Endpoint[];
  'code.patterns': readonly CodePattern[];
  'code.coverage': CodeCoverage;
  'code.mail': CodeMail;
  'data.schema': DataSchema;
  'data.proofs': DataProofs;
  'data.rules': readonly FirebaseRule[];
  'edge.caching': EdgeCaching;
  'edge.code': EdgeCode;
  'edge.dns': EdgeDns;
  'edge.hosts': EdgeHosts;
  'edge.records': readonly EdgeRecords[];
  'edge.reliance': EdgeReliance;
  'edge.setup': EdgeSetup;
  'edge.trust': EdgeTrust;
  'edge.web': EdgeWeb;
  'edge.tls': readonly EdgeTls[];
  'edge.front': EdgeFronts;
  'edge.mail': readonly MailDomain[];
  'edge.from': readonly MailFrom[];
  'edge.cloudflare': CloudflareEvidence;
  'boundary.run': BoundaryRun;
  'boundary.actors': readonly BoundaryActor[];
  'boundary.operations': readonly BoundaryOperation[];
  'boundary.observations': readonly Observation[];
  'boundary.matrix': readonly AccessCell[];
  'boundary.exchanges': Readonly<Record<string, Exchange>>;
  'boundary.trials': BoundaryTrials;
}

export type EvidenceKey = keyof EvidenceMap;

/** A collector's answer: a value, or why there is none. Never an exception. */
export type Fact<T> = { ok: true; value: T } | { ok: false; reason: string; unlock: string };

export type Evidence = { [K in EvidenceKey]?: Fact<EvidenceMap[K]> };
