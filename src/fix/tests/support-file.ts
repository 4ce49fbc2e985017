import type { BoundaryTrials } from '../../model/evidence/trials.ts';
import { loginsSource } from './logins-source.ts';
import { moduleText } from './module-text.ts';
import { baseVariable, type TestsOptions } from './options.ts';
import { quote } from './source.ts';
import { ASSERTIONS, CREDENTIALS, HELPERS, LOCAL_NAMES, SENDING, SESSIONS } from './support-text.ts';

/** What the login's own text calls. */
const calledIn = (text: string): string[] => Object.keys(HELPERS).filter((name) => text.includes(`${name}(`));

/** The one file of helpers: where the app is, who takes part, how one asks and what must come. `uses` are helpers that tests call. */
export const supportText = (
  options: TestsOptions,
  trials: BoundaryTrials,
  origins: readonly string[],
  uses: ReadonlySet<string>,
): string => {
  const logins = loginsSource(trials, origins);
  const wanted = new Set([...uses, ...calledIn(logins)]);
  const helpers = Object.entries(HELPERS).filter(([name]) => wanted.has(name));
  const needsLetters = wanted.has('unique') || wanted.has('newCanary');
  const places = trials.origins.map((origin, index) => {
    const name = origins[index] || 'BASE_URL';
    const variable = origins[index] || baseVariable(options);
    return `export const ${name} = process.env[${quote(variable)}] || ${quote(origin)};`;
  });
  const hasLocalNames = trials.origins.some(
    (origin) => URL.canParse(origin) && new URL(origin).hostname.endsWith('.localhost'),
  );
  const body = `/*
 * Helpers of these tests: where the app is, who takes part, how one asks it something. They need nothing but Node 20.
 * Credentials come from the environment (README.md beside this file names the variables); none may stand here.
 */

/** Where the app under test answers. */
${places.join('\n')}

${options.runner === 'node' ? '' : '/** Milliseconds for a test: some apps slow down who asks too often, and then it waits. */\nexport const PATIENCE = 120_000;\n\n'}${hasLocalNames ? LOCAL_NAMES : ''}${SENDING}
${CREDENTIALS}
${needsLetters ? "const letters = (count⟨: number⟩)⟨: string⟩ => [...randomBytes(count)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');\n\n" : ''}${helpers.map(([, text]) => text).join('\n')}
${logins}
${SESSIONS}
${ASSERTIONS}`;
  const random = [...(needsLetters ? ['randomBytes'] : []), ...(wanted.has('uniqueId') ? ['randomUUID'] : [])];
  return moduleText(
    options,
    [
      { names: [], whole: 'assert', from: 'node:assert/strict' },
      ...(hasLocalNames ? [{ names: [], whole: 'dns', from: 'node:dns' }] : []),
      { names: random, from: 'node:crypto' },
    ],
    body,
  );
};
