import { defineCheck } from '../../../model/check.ts';
import { again, listed, variables } from '../environment/words.ts';

export default defineCheck({
  id: 'secrets/env-example-unused',
  stage: 'secrets',
  bar: [],
  severity: 'info',
  effort: 'minutes',
  title: {
    pass: 'Every variable of the example env file is used',
    fail: 'The example env file names variables that nothing uses',
  },
  why: 'Somebody will fetch and store a key that nothing needs: one more secret to lose.',
  references: ['https://12factor.net/config'],
  needs: ['env.files'],
  evaluate: ({ 'env.files': env }) => {
    const examples = env.files.filter((file) => file.environment === 'example' && file.variables.length > 0);
    if (examples.length === 0) return 'not-applicable';
    const used = new Set(env.uses.map((use) => use.name));
    const unused = examples.flatMap((file) =>
      file.variables
        .filter((variable) => !used.has(variable.name))
        .map((variable) => ({ path: file.path, name: variable.name, line: variable.line })),
    );
    const names = [...new Set(unused.map((one) => one.name))];
    const first = unused[0];
    // When nothing in it is used, the code reads its variables in a way that this program does not see.
    if (
      first === undefined ||
      used.size === 0 ||
      examples.every((file) => file.variables.every((variable) => !used.has(variable.name)))
    )
      return [];
    return [
      {
        key: 'unused',
        where: { path: first.path, line: first.line },
        title: `${variables(names.length)} of the example env file ${names.length === 1 ? 'is' : 'are'} used nowhere`,
        proof: {
          kind: 'absence',
          text: `No file of code or configuration mentions ${listed(names, 12)}.`,
          more: unused.slice(0, 10).map((one) => `${one.path}:${one.line}`),
        },
        data: names,
      },
    ];
  },
  fix: (defect) => ({
    steps: [
      `Delete the lines for ${listed(defect.data as readonly string[], 20)}, or use the variables.`,
      'Remove the values from your hosts too, and revoke keys that nothing uses.',
    ],
    verify: again('env-example-unused'),
  }),
});
