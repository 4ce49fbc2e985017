import type { CodePlace } from '../model/evidence/code.ts';
import type * as Hosting from '../model/evidence/hosting.ts';
import type { CodeFrame } from '../model/finding.ts';
import { list, members, number, oneOf, orNull, text, type Shape } from './shape.ts';

const strings = list(text());
const place = members<CodePlace>({ path: text(), line: number });

export const targets: Shape = list(
  members<Hosting.HostingTarget>(
    { host: text(50), by: oneOf('config', 'pipeline', 'image', 'said'), app: text(1_000), at: place },
    { name: text(500) },
  ),
);

export const domains: Shape = list(
  members<Hosting.HostingDomain>(
    {
      domain: text(300),
      as: oneOf('route', 'site', 'sitemap', 'origin', 'variable', 'policy', 'callback', 'cookie'),
      environment: text(50),
      at: place,
    },
    { url: text(1_000) },
  ),
);

export const settings: Shape = list(
  members<Hosting.HostingSetting>(
    { name: text(500), environment: text(50), at: place },
    { points: oneOf('local', 'stand-in', 'elsewhere'), value: text(100) },
  ),
);

export const jobs: Shape = list(
  members<Hosting.PipelineJob>({
    path: text(),
    line: number,
    job: text(500),
    deploys: orNull(text(50)),
    environment: orNull(text(500)),
    stage: text(50),
    secrets: strings,
  }),
);

export const edits: Shape = list(
  members<Hosting.ManualEdit>(
    { kind: oneOf('stand-in', 'note', 'toggle'), what: text(500), at: place },
    { frame: members<CodeFrame>({ startLine: number, lines: strings, mark: number }) },
  ),
);

export const stores: Shape = list(
  members<Hosting.SharedStore>({
    id: text(100),
    kind: text(50),
    places: list(members<Hosting.SharedStore['places'][number]>({ name: text(500), environment: text(50), at: place })),
  }),
);
