import { defineCheck } from '../../../model/check.ts';
import type { EnvFile, EnvVariable } from '../../../model/evidence/env.ts';
import type { Defect } from '../../../model/finding.ts';
import { environmentGroup, isReal } from '../environment/files.ts';
import { again } from '../environment/words.ts';
import { printable } from '../leak/text.ts';

const defectOf = (file: EnvFile, variable: EnvVariable): Defect[] => {
  const group = environmentGroup(file.environment);
  const shown = variable.masked === undefined ? '' : ` (${variable.masked})`;
  const base = {
    key: `${file.path} ${variable.name}`,
    where: { path: file.path, line: variable.line },
    data: { name: variable.name, environment: file.environment, mode: variable.mode },
  };
  if (variable.mode === 'live' && (group === 'development' || group === 'test' || group === 'preview')) {
    const isPublic = variable.value !== 'secret';
    return [
      {
        ...base,
        severity: isPublic ? 'medium' : 'high',
        title: `A live key is in the ${file.environment} environment`,
        proof: {
          kind: 'file',
          text: `${printable(file.path)}:${variable.line} gives ${variable.name} a live-mode value${shown}.`,
        },
      },
    ];
  }
  if (variable.mode === 'test' && group === 'production') {
    return [
      {
        ...base,
        severity: 'medium',
        title: 'A test key is in the production environment',
        why: 'Payments with a test key look successful and move no money: the first orders will be delivered unpaid.',
        proof: {
          kind: 'file',
          text: `${printable(file.path)}:${variable.line} gives ${variable.name} a test-mode value${shown}.`,
        },
      },
    ];
  }
  return [];
};

export default defineCheck({
  id: 'secrets/wrong-mode-for-environment',
  stage: 'secrets',
  bar: ['M7'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Live keys are in production only, and test keys are not',
    fail: 'A key of the wrong mode is in an environment',
  },
  why: 'A developer who tries the checkout charges real cards, refunds real orders and mails real customers.',
  references: ['https://docs.stripe.com/keys', 'OWASP ASVS 5.0 13.3.2'],
  needs: ['env.files'],
  evaluate: ({ 'env.files': env }) => {
    const moded = env.files
      .filter((file) => isReal(file) && environmentGroup(file.environment) !== null)
      .flatMap((file) =>
        file.variables.filter((variable) => variable.mode !== undefined).map((variable) => ({ file, variable })),
      );
    if (moded.length === 0) return 'not-applicable';
    return moded.flatMap(({ file, variable }) => defectOf(file, variable));
  },
  fix: (defect) => {
    const { name, environment, mode } = defect.data as { name: string; environment: string; mode: string };
    return mode === 'live'
      ? {
          steps: [
            `Put the provider's test key into ${name} for ${environment}.`,
            'Roll the live key: it has been on machines that do not need it.',
            'If the file really is for production, say so: env.files in launch-ready.config, path to "production".',
          ],
          verify: again('wrong-mode-for-environment'),
        }
      : {
          steps: [
            `Put the live key into ${name} for production, at the host; a webhook secret belongs to the same mode.`,
            'Place one real order of the smallest amount and refund it.',
          ],
          verify: again('wrong-mode-for-environment'),
        };
  },
});
