import { createHash } from 'node:crypto';
import type { BoundaryTrials } from '../../model/evidence/trials.ts';
import { accessText } from './access-file.ts';
import { fieldsText } from './fields-file.ts';
import { limitsText } from './limits-file.ts';
import type { TestFile, TestsOptions } from './options.ts';
import { readmeText } from './readme-file.ts';
import { variableOf } from './source.ts';
import { supportText } from './support-file.ts';
import { tenantsText } from './tenants-file.ts';
import { thingNames, thingsText } from './things-file.ts';
import type { Filling } from './values.ts';
import { webhooksText } from './webhooks-file.ts';

/** Regression tests for what a review tried, in the manner of the reviewed repository. Pure; the same input gives the same text. */
export const generateTests = (given: BoundaryTrials, options: TestsOptions): TestFile[] => {
  const trials = { ...given, origins: given.origins.map(originOf) };
  const { language } = options;
  const names = thingNames(trials);
  const origins = originNames(trials.origins);
  const uses = new Set<string>();
  const filling: Filling = { origins, uses, as: '', canary: 'newCanary()', thing: () => 'undefined' };
  const tests: TestFile[] = [];
  const add = (name: string, isWanted: boolean, text: () => string): void => {
    if (isWanted) tests.push({ name: `${name}.${language}`, text: text() });
  };
  add('access.test', trials.guards.length > 0, () => accessText(options, trials, filling));
  add('tenants.test', trials.attempts.length + trials.lists.length > 0, () =>
    tenantsText(options, trials, names, filling),
  );
  add('fields.test', trials.members.length > 0, () => fieldsText(options, trials, names, filling));
  add('webhooks.test', trials.webhooks.length > 0, () => webhooksText(options, trials, names, filling));
  add('limits.test', trials.limits.length > 0, () => limitsText(options, trials, filling));
  if (tests.length === 0) return [];
  add('things', trials.things.length > 0, () => thingsText(options, trials, names, filling));
  add('support', true, () => supportText(options, trials, origins, uses));
  tests.push({ name: 'README.md', text: readmeText(options, trials, origins) });
  return tests.map(({ name, text }) => ({ name, text: signed(name, text) }));
};

/** What is no address of an app would stand in shell lines and YAML. */
const originOf = (text: string): string =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? new URL(text).origin : 'http://localhost:3000';

/** Empty for the main one; of others the variable that names them: `ADMIN_URL` for `http://admin.localhost:3000`. */
const originNames = (origins: readonly string[]): string[] => {
  const taken = new Set(['BASE_URL']);
  return origins.map((origin, index) => {
    if (index === 0) return '';
    const label = URL.canParse(origin) ? (new URL(origin).hostname.split('.')[0] ?? '') : '';
    const base = `${variableOf(/^[a-z]/i.test(label) ? label : 'other')}_URL`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = base.replace(/_URL$/, `_${n}_URL`);
    taken.add(name);
    return name;
  });
};

const MARK = /^(?:\/\/|<!--) launch-ready tests ([0-9a-f]{16})\b/;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A first line that tells a later run whether somebody has changed the rest. */
const signed = (name: string, text: string): string => {
  const said = `launch-ready tests ${hashOf(text)}: written from a review; change it as you like, it is then left alone`;
  return `${name.endsWith('.md') ? `<!-- ${said} -->` : `// ${said}`}\n${text}`;
};

/** Whether a file is as it was written: then it may be written anew. */
export const isUntouched = (text: string): boolean => {
  const plain = text.replaceAll('\r\n', '\n');
  const hash = MARK.exec(plain)?.[1];
  return hash !== undefined && hash === hashOf(plain.slice(plain.indexOf('\n') + 1));
};
