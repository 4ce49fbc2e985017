import type { BoundaryTrials, TrialGuard } from '../../model/evidence/trials.ts';
import { moduleText, patience, runnerImports } from './module-text.ts';
import type { TestsOptions } from './options.ts';
import { quote } from './source.ts';
import { pathSource, titleOf, valueSource, type Filling } from './values.ts';

/** Who is let in where, as a table: nobody and the wrong roles are refused. */
export const accessText = (options: TestsOptions, { guards }: BoundaryTrials, filling: Filling): string => {
  const uses = new Set<string>(['assertRefused', 'assertRefusedOrHidden', 'send']);
  if (options.runner !== 'node') uses.add('PATIENCE');
  const rows = guards.map((guard) => rowSource(guard, { ...filling, uses }));
  for (const name of uses) filling.uses.add(name);
  const body = `/*
 * Who is let in where: nobody and the wrong roles are refused, and who may is still let in. One row for each operation.
 * Ids such as 00000000-… name nothing: the guard has to stand in front of the search.
 */

⟨interface Row {
  operation: string;
  method: string;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  refused: string[];
  allowed?: string[];
}

⟩const rows⟨: Row[]⟩ = [
${rows.join('\n')}
];

for (const { operation, method, path, body, headers, refused, allowed = [] } of rows) {
  describe(operation, () => {
    for (const who of refused) {
      test(\`\${who} is refused\`, async () => {
        const answer = await send(who, method, path, body, headers);
        // Where somebody is let in, an app may tell the others that there is no such thing.
        if (allowed.length > 0) assertRefusedOrHidden(answer, who);
        else assertRefused(answer, who);
      }${patience(options)});
    }

    for (const who of allowed) {
      test(\`\${who} is let in\`, async () => {
        const answer = await send(who, method, path, body, headers);
        assert.ok(answer.status < 300, \`\${operation} as \${who} answered \${answer.status}\`);
      }${patience(options)});
    }
  });
}`;
  return moduleText(
    options,
    [
      { names: [], whole: 'assert', from: 'node:assert/strict' },
      ...runnerImports(options, ['describe', 'test']),
      { names: [...uses], from: './support' },
    ],
    body,
  );
};

const rowSource = ({ operation, request, refused, allowed, broken }: TrialGuard, filling: Filling): string => {
  const { method, body, headers } = request;
  const members = [
    `operation: ${quote(titleOf(operation, request, filling.origins))}`,
    `method: ${quote(method)}`,
    `path: ${pathSource(request, filling)}`,
    ...(body?.type === 'json' ? [`body: ${valueSource(body.value, filling, '    ')}`] : []),
    ...(headers === undefined
      ? []
      : [
          `headers: ${valueSource({ is: 'object', members: Object.entries(headers).map(([name, part]) => [name, { is: 'part', part }] as const) }, filling, '    ')}`,
        ]),
    `refused: [${refused.map(quote).join(', ')}]`,
    ...(allowed.length === 0 ? [] : [`allowed: [${allowed.map(quote).join(', ')}]`]),
  ];
  const note = broken ? '  // Found broken by the review: this fails until it is mended.\n' : '';
  return `${note}  {\n${members.map((member) => `    ${member},\n`).join('')}  },`;
};
