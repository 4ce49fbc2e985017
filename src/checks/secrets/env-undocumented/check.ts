import { defineCheck } from '../../../model/check.ts';
import type { Defect } from '../../../model/finding.ts';
import { again, listed, variables } from '../environment/words.ts';
import { printable } from '../leak/text.ts';
import { hasDefault, type Missing, missingVariables } from './missing.ts';

/** Fewer than these are a slip; more mean that nobody can set the app up from the file. */
const FEW = 4;

const defectOf = (missing: Missing): Defect => {
  const { app, uses, exists } = missing;
  const names = uses.map((use) => use.name);
  const required = uses.filter((use) => use.required).map((use) => use.name);
  const ends = required.length === 0 ? '' : ` Without ${listed(required, 4)} it stops with an error.`;
  const haveDefaults = uses.every(hasDefault);
  const [first] = uses;
  return {
    key: app === '' ? '(root)' : app,
    where: first === undefined ? {} : { path: first.path, line: first.line },
    severity: required.length === 0 && (uses.length < FEW || haveDefaults) ? 'low' : 'medium',
    title: `${variables(names.length)}${app === '' ? '' : ` of ${printable(app)}`} ${names.length === 1 ? 'is' : 'are'} in no example env file`,
    proof: {
      kind: 'absence',
      text: `The code reads ${listed(names, 12)}; ${exists ? 'no example env file has a line for ' + (names.length === 1 ? 'it' : 'them') : 'there is no .env.example at all'}.${ends}`,
      more: uses.slice(0, 10).map((use) => `${use.path}:${use.line}`),
    },
    data: missing,
  };
};

export default defineCheck({
  id: 'secrets/env-undocumented',
  stage: 'secrets',
  bar: [],
  severity: 'medium',
  effort: 'hour',
  title: {
    pass: 'Every variable the app reads is in the example env file',
    fail: 'Variables the app reads are missing from the example env file',
  },
  why: 'Whoever sets up production, or takes over after you, cannot know what to set: sign-up or payments then fail on the first real user instead of on the first start.',
  references: ['https://12factor.net/config'],
  needs: ['env.files'],
  evaluate: ({ 'env.files': env }) => {
    if (!env.uses.some((use) => use.role === 'app')) return 'not-applicable';
    return missingVariables(env).map(defectOf);
  },
  fix: (defect) => {
    const { uses, example, exists } = defect.data as Missing;
    const lines = uses
      .slice(0, 200)
      .map(
        (use) =>
          `# ${use.required ? 'required' : hasDefault(use) ? 'optional' : 'has no default'}, read in ${printable(use.path)}:${use.line}\n${use.name}=`,
      );
    return {
      steps: [
        `${exists ? 'Add' : 'Create the file with'} the lines below ${exists ? `to ${printable(example)}` : ''}: names and comments, never values.`.replace(
          '  ',
          ' ',
        ),
        'Say in a comment where each value comes from.',
        'Delete from the code what is no longer used. What your host sets by itself goes into env.undocumented of launch-ready.config.',
      ],
      snippet: { path: example, language: 'dotenv', content: `${lines.join('\n')}\n` },
      verify: again('env-undocumented'),
    };
  },
});
