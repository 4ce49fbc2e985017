import type { EnvEvidence } from '../../model/evidence/env.ts';
import { markdownFence } from '../escape/markdown.ts';
import { visible } from '../escape/visible.ts';
import { type DocumentedVariable, documentedVariables } from './variables.ts';

/** The production env file without values, ready to be saved as `.env.example`. Ends with a line break. */
export const envStructure = (env: EnvEvidence): string => {
  const groups = Map.groupBy(documentedVariables(env), (variable) => variable.app);
  const blocks = [...groups].map(([app, variables]) => {
    const heading = app === '' ? [] : [`# ==== ${visible(app)} ====`, ''];
    return [...heading, ...variables.flatMap(linesFor)].join('\n');
  });
  return `${blocks.join('\n').trimEnd()}\n`;
};

const linesFor = (variable: DocumentedVariable): string[] => {
  const facts = [
    NEED[variable.need],
    variable.isPublic ? 'public: browsers receive it' : variable.secret ? 'secret' : 'setting',
  ];
  if (variable.fallback !== undefined) facts.push(`default: ${visible(variable.fallback).slice(0, 80)}`);
  if (variable.isPublic && MUST_NOT_BE_PUBLIC.test(variable.name))
    facts.push('BY ITS NAME A SECRET: it must not have a public prefix');
  const used = variable.usedIn.map(({ path, line }) => `${visible(path)}:${line}`);
  return [
    ...(variable.comment === undefined ? [] : [`# ${visible(variable.comment)}`]),
    `# ${facts.join(', ')}`,
    used.length === 0 ? '# no use of it was found' : `# read in ${used.join(', ')}`,
    `${variable.name}=`,
    '',
  ];
};

const MUST_NOT_BE_PUBLIC = /(?:_SECRET|SECRET_KEY|SERVICE_ROLE\w*|PRIVATE_KEY|_PASSWORD|BEARER_TOKEN)$/;
const NEED = { required: 'required', optional: 'optional', unknown: 'no default in the code' } as const;

/** D4a: the structure of the production env file, documented without a value. */
export const renderEnvStructure = (env: EnvEvidence): string => {
  const variables = documentedVariables(env);
  if (variables.length === 0)
    return '# The production env file\n\nThe app reads no environment variable, and no env file names one.\n';
  const count = (test: (variable: DocumentedVariable) => boolean): number => variables.filter(test).length;
  return [
    '# The production env file',
    '',
    `${variables.length} variables: ${count((one) => one.need === 'required')} without which the app stops, ${count((one) => one.secret && !one.isPublic)} secrets, ${count((one) => one.isPublic)} that browsers receive. Names only: no value was written here.`,
    ...(env.validated === null
      ? []
      : ['', `Checked at start by ${env.validated.by} in \`${visible(env.validated.path).replaceAll('`', "'")}\`.`]),
    '',
    markdownFence(envStructure(env).trimEnd(), 'dotenv'),
    '',
  ].join('\n');
};
