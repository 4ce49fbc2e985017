import type { CodeFrame } from '../model/finding.ts';
import { PATTERN_KINDS } from '../model/evidence/code.ts';
import type * as Code from '../model/evidence/code.ts';
import { flag, list, members, number, oneOf, record, text, type Shape } from './shape.ts';

const strings = list(text());
const place = members<Code.CodePlace>({ path: text(), line: number });

const input = members<Code.CodeInput>({ from: text(20), line: number }, { name: text(200), validated: flag });

const guard = members<Code.CodeGuard>({
  kind: text(30),
  by: text(30),
  name: text(500),
  failure: oneOf('throws', 'answers', 'redirects', 'none'),
  at: place,
  certain: flag,
});

const access = members<Code.CodeAccess>(
  { by: text(50), model: text(500), deed: text(20), at: place, columns: strings },
  {
    key: members<Code.AccessKey>({ columns: strings, by: oneOf('input', 'row', 'header') }),
    written: members<Code.AccessWritten>(
      { columns: strings, own: strings },
      { whole: oneOf('checked', 'unchecked'), derived: strings },
    ),
    bound: members<NonNullable<Code.CodeAccess['bound']>>({ how: text(30), at: place }),
    frame: members<CodeFrame>({ startLine: number, lines: strings, mark: number }),
  },
);

const flow = members<Code.CodeFlow>(
  { to: oneOf('fetch', 'sql', 'log', 'claims', 'code', 'path', 'price'), what: text(500), at: place },
  {
    decides: members<NonNullable<Code.CodeFlow['decides']>>({ what: text(500), at: place }),
    frame: members<CodeFrame>({ startLine: number, lines: strings, mark: number }),
  },
);

export const codePatterns: Shape = list(
  members<Code.CodePattern>(
    { kind: oneOf(...PATTERN_KINDS), what: text(200), at: place },
    {
      tells: strings,
      stranger: text(500),
      frame: members<CodeFrame>({ startLine: number, lines: strings, mark: number }),
    },
  ),
);

export const codeEndpoints: Shape = list(
  members<Code.Endpoint>(
    {
      id: text(10_000),
      framework: text(50),
      kind: text(30),
      app: text(1_000),
      method: text(20),
      path: text(10_000),
      at: place,
      inputs: list(input),
      guards: list(guard),
      accesses: list(access),
      flows: list(flow),
      confidence: oneOf('certain', 'likely'),
      unresolved: strings,
    },
    {
      handler: text(500),
      unlimited: strings,
      asks: flag,
      state: place,
      environment: place,
      lapses: list(
        members<Code.CodeLapse>({
          kind: text(30),
          when: oneOf('secret unset', 'not sent', 'failure ignored', 'parsed body'),
          at: place,
        }),
      ),
    },
  ),
);

export const codeCoverage: Shape = members<Code.CodeCoverage>(
  {
    files: number,
    lines: number,
    partial: list(members<Code.CodeCoverage['partial'][number]>({ path: text(), reason: text() })),
    frameworks: record(number),
    stores: strings,
    authModel: oneOf('recognised', 'not recognised', 'not needed'),
    unresolved: list(members<Code.CodeCoverage['unresolved'][number]>({ what: text(), at: place })),
  },
  { limited: place, limiters: strings },
);
