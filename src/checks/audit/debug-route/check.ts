import { defineCheck } from '../../../model/check.ts';
import type { Endpoint } from '../../../model/evidence/code.ts';
import { asksSecret, asksWho, WRITES } from '../../../model/judge/peers.ts';
import { wordsOfEndpoint } from '../../../model/judge/roles-of-paths.ts';
import { printable } from '../../secrets/leak/text.ts';

const DEBUG = new Set(['debug', 'seed', 'seeds', 'seeder', 'simulate', 'simulator', 'fixtures', 'testonly']);
/** Words that mean this only at the head of a path or right behind `api`. */
const AT_THE_HEAD = new Set([
  'test',
  'tests',
  'testing',
  'dev',
  'mock',
  'mocks',
  'internal-test',
  'reset-db',
  'resetdb',
  'bootstrap',
]);

const isDebug = (endpoint: Endpoint): boolean => {
  const words = wordsOfEndpoint(endpoint);
  const [first, second] = words[0] === 'api' || words[0] === 'functions' ? words.slice(1) : words;
  const head = first === 'v1' || first === 'v2' ? second : first;
  return words.some((word) => DEBUG.has(word)) || (head !== undefined && AT_THE_HEAD.has(head));
};

export default defineCheck({
  id: 'audit/debug-route',
  stage: 'audit',
  bar: ['M1'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'No debug route is left in', fail: 'A debug route is left in for everybody' },
  why: 'What was made for trying things out shows or changes everything, asks nobody, and is the first thing that scanners try.',
  references: ['CWE-489', 'OWASP A05:2021', 'ASVS 5.0 13.4.2'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    if (endpoints.length === 0) return 'not-applicable';
    return endpoints
      .filter(
        (one) =>
          one.kind !== 'page' &&
          isDebug(one) &&
          !asksWho(one) &&
          !asksSecret(one) &&
          one.asks !== true &&
          one.environment === undefined &&
          one.confidence === 'certain' &&
          one.unresolved.length === 0,
      )
      .map((one) => {
        const models = [...new Set(one.accesses.map(({ model }) => printable(model)))].slice(0, 4);
        const changes = one.accesses.some(({ deed }) => WRITES.has(deed));
        return {
          key: one.id,
          where: { path: one.at.path, line: one.at.line },
          // What touches no stored data may show nothing of worth.
          severity: models.length > 0 ? ('high' as const) : ('medium' as const),
          proof: {
            kind: 'code' as const,
            text: `${printable(one.id)} asks nobody who they are, in no environment${models.length === 0 ? '' : `, and ${changes ? 'changes' : 'shows'} ${models.join(', ')}`}.`,
          },
        };
      });
  },
  fix: () => ({
    steps: [
      'Take it out. What is needed for trying things out belongs into a script or into tests.',
      'If it must stay, mount it only where the environment is development, and refuse to start in production with it.',
    ],
    verify: 'npx launch-ready --only audit/debug-route',
  }),
});
