import type * as Deps from '../model/evidence/deps.ts';
import type * as Env from '../model/evidence/env.ts';
import type { EvidenceKey } from '../model/evidence/map.ts';
import type * as Pipeline from '../model/evidence/pipeline.ts';
import type * as Repo from '../model/evidence/repo.ts';
import type * as Secrets from '../model/evidence/secrets.ts';
import type { CodeFrame } from '../model/finding.ts';
import * as boundary from './boundary-shapes.ts';
import { codeCoverage, codeEndpoints, codePatterns } from './code-shapes.ts';
import * as data from './data-shapes.ts';
import * as hosting from './hosting-shapes.ts';
import { trialsShape } from './boundary/trials-shape.ts';
import { edgeCloudflare } from './edge-shapes/cloudflare.ts';
import { edgeFront } from './edge-shapes/front.ts';
import { edgeHosts } from './edge-shapes/hosts.ts';
import { edgeCaching } from './edge-shapes/caching.ts';
import { edgeCode } from './edge-shapes/code.ts';
import { edgeSetup } from './edge-shapes/setup.ts';
import { edgeRecords } from './edge-shapes/records.ts';
import { edgeReliance } from './edge-shapes/reliance.ts';
import { edgeDns } from './edge-shapes/dns.ts';
import { edgeTrust } from './edge-shapes/trust.ts';
import { edgeWeb } from './edge-shapes/web.ts';
import { edgeTls } from './edge-shapes/tls.ts';
import { codeMail, mailDomains, mailFrom } from './edge-shapes/mail.ts';
import { flag, list, members, number, oneOf, orNull, record, text, type Shape } from './shape.ts';

const strings = list(text());

const place = members<Secrets.Place>(
  { path: text(), exposure: text(50), role: text(50) },
  {
    line: number,
    column: number,
    commit: text(100),
    date: text(100),
    author: text(),
    blob: text(100),
    frame: members<CodeFrame>({ startLine: number, lines: strings, mark: number }),
  },
);

const sighting = members<Secrets.Sighting>(
  {
    rule: text(200),
    ruleName: text(),
    provider: text(200),
    providerName: text(),
    verdict: oneOf('secret', 'public', 'placeholder'),
    confidence: oneOf('certain', 'high', 'medium', 'low'),
    power: text(50),
    testMode: flag,
    masked: text(),
    id: text(200),
    impact: text(),
    places: list(place),
    count: number,
    rotation: members<Secrets.Rotation>({ kind: text(50), at: text(), steps: strings }),
  },
  {
    name: text(),
    via: strings,
    together: strings,
    facts: record(text()),
    live: members<NonNullable<Secrets.Sighting['live']>>({ state: text(50), detail: text() }),
  },
);

const coverage = members<Secrets.ScanCoverage>({
  tree: members<Secrets.ScanCoverage['tree']>({ files: number, bytes: number }),
  history: orNull(members<NonNullable<Secrets.ScanCoverage['history']>>({ blobs: number, bytes: number })),
  clientOutput: oneOf('scanned', 'absent', 'no client'),
  skipped: list(members<Secrets.Skipped>({ reason: text(100), count: number, examples: strings, matters: flag })),
});

const summary = members<Repo.RepoSummary>({
  name: text(),
  git: orNull(
    members<Repo.GitSummary>({
      head: orNull(text(100)),
      branch: orNull(text()),
      remotes: list(members<Repo.GitSummary['remotes'][number]>({ name: text(), url: text() })),
      shallow: flag,
      partial: flag,
      bare: flag,
      submodules: strings,
    }),
  ),
  files: number,
  bytes: number,
  frameworks: strings,
  clientOutputs: list(members<Repo.RepoSummary['clientOutputs'][number]>({ path: text(), exists: flag })),
});

const variable = members<Env.EnvVariable>(
  { name: text(), line: number, value: oneOf('empty', 'placeholder', 'setting', 'secret') },
  { masked: text(), comment: text(), mode: oneOf('live', 'test'), rule: text(200) },
);

const env = members<Env.EnvEvidence>({
  files: list(
    members<Env.EnvFile>({
      path: text(),
      environment: text(50),
      tracked: flag,
      ignored: flag,
      variables: list(variable),
      malformed: list(number),
    }),
  ),
  uses: list(
    members<Env.EnvUse>(
      {
        name: text(),
        path: text(),
        line: number,
        via: text(),
        publicPrefix: orNull(text()),
        required: flag,
        role: text(50),
      },
      { fallback: members<NonNullable<Env.EnvUse['fallback']>>({ text: text(), kind: text(50) }) },
    ),
  ),
  inHistory: list(
    members<Env.EnvEvidence['inHistory'][number]>({
      path: text(),
      commit: text(100),
      date: text(100),
      variables: strings,
    }),
  ),
  gitIgnores: list(members<Env.EnvEvidence['gitIgnores'][number]>({ name: text(), ignored: flag })),
  docker: list(
    members<Env.DockerContext>({
      dockerfile: text(),
      copiesAll: orNull(members<NonNullable<Env.DockerContext['copiesAll']>>({ line: number, text: text() })),
      ignoresEnv: flag,
      ignoreFile: orNull(text()),
      secretLines: list(
        members<Env.DockerContext['secretLines'][number]>({ line: number, name: text(), masked: text() }),
      ),
    }),
  ),
  validated: orNull(members<NonNullable<Env.EnvEvidence['validated']>>({ path: text(), by: text() })),
  shared: list(
    members<Env.SharedValue>(
      {
        id: text(200),
        masked: text(),
        places: list(
          members<Env.SharedValue['places'][number]>({
            path: text(),
            line: number,
            name: text(),
            environment: text(50),
          }),
        ),
      },
      { rule: text(200) },
    ),
  ),
});

const pipeline = members<Pipeline.PipelineEvidence>({
  workflows: list(
    members<Pipeline.Workflow>({
      path: text(),
      scanner: orNull(text()),
      prints: list(members<Pipeline.Workflow['prints'][number]>({ line: number, text: text(), what: text() })),
    }),
  ),
  hooks: strings,
});

const depsVersions = members<Deps.DepsEvidence>({
  packages: list(
    members<Deps.DependentPackage>(
      {
        folder: text(),
        uses: list(oneOf('app-router', 'middleware')),
        dependencies: list(
          members<Deps.DirectDependency>(
            {
              name: text(),
              declared: text(),
              at: members<Deps.DirectDependency['at']>({ path: text(), line: number }),
            },
            { locked: text() },
          ),
        ),
      },
      { lockfile: text(), unread: text() },
    ),
  ),
});

/** The shape of each kind of evidence in an evidence file; a new key of the model is a compile error until it has one. */
export const EVIDENCE_SHAPES: Readonly<Record<EvidenceKey, Shape>> = {
  'repo.summary': summary,
  'secrets.sightings': list(sighting),
  'secrets.coverage': coverage,
  'env.files': env,
  'pipeline.files': pipeline,
  'deps.versions': depsVersions,
  'hosting.targets': hosting.targets,
  'hosting.domains': hosting.domains,
  'hosting.settings': hosting.settings,
  'hosting.jobs': hosting.jobs,
  'hosting.edits': hosting.edits,
  'hosting.stores': hosting.stores,
  'edge.caching': edgeCaching,
  'edge.dns': edgeDns,
  'edge.records': edgeRecords,
  'edge.reliance': edgeReliance,
  'edge.setup': edgeSetup,
  'edge.code': edgeCode,
  'edge.hosts': edgeHosts,
  'edge.trust': edgeTrust,
  'edge.web': edgeWeb,
  'edge.tls': edgeTls,
  'edge.front': edgeFront,
  'edge.mail': mailDomains,
  'edge.from': mailFrom,
  'code.mail': codeMail,
  'edge.cloudflare': edgeCloudflare,
  'code.endpoints': codeEndpoints,
  'code.patterns': codePatterns,
  'code.coverage': codeCoverage,
  'data.schema': data.schema,
  'data.proofs': data.proofs,
  'data.rules': data.rules,
  'boundary.run': boundary.run,
  'boundary.actors': boundary.actors,
  'boundary.operations': boundary.operations,
  'boundary.observations': boundary.observations,
  'boundary.matrix': boundary.matrix,
  'boundary.exchanges': boundary.exchanges,
  'boundary.trials': trialsShape,
};
