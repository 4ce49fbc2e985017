import { defineCheck } from '../../../model/check.ts';
import { again } from '../environment/words.ts';
import { plural, printable } from '../leak/text.ts';

const STORE = /(?:PASSWORD|PASS|PWD)$/i;
const MOST_PLACES = 20;
const ADMIN = /ADMIN|DASHBOARD|BASIC_AUTH|SUPERUSER/i;

export default defineCheck({
  id: 'secrets/default-secret-in-code',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'No secret falls back to a value in the code', fail: 'A secret falls back to a value in the code' },
  why: 'When the variable is missing or misspelt in production the app starts anyway, with a secret that everyone who has seen the code knows: they can sign their own sessions and be any user, admins included.',
  references: ['CWE-798', 'CWE-1188', 'OWASP ASVS 5.0 13.3.1'],
  needs: ['env.files'],
  evaluate: ({ 'env.files': env }) => {
    const app = env.uses.filter((use) => use.role === 'app');
    if (app.length === 0) return 'not-applicable';
    const defaults = app.filter((use) => use.fallback?.kind === 'secret-like');
    return [...Map.groupBy(defaults, (use) => `${use.name} ${use.fallback?.text ?? ''}`)].flatMap(([key, uses]) => {
      const [use, ...others] = uses;
      if (use === undefined) return [];
      const also =
        others.length === 0 ? '' : ` So ${others.length === 1 ? 'does' : 'do'} ${plural(others.length, 'more file')}.`;
      return [
        {
          key,
          where: { path: use.path, line: use.line },
          // A data store's password opens nothing unless the store has it too and can be reached.
          severity: STORE.test(use.name) && !ADMIN.test(use.name) ? ('medium' as const) : ('high' as const),
          proof: {
            kind: 'code' as const,
            text: `${printable(use.path)}:${use.line} reads ${use.name} through ${use.via === 'schema' ? 'the schema of the environment' : use.via} and falls back to ${printable(use.fallback?.text ?? '')}. No check near by stops this in production.${also}`,
            ...(others.length === 0
              ? {}
              : { more: others.slice(0, MOST_PLACES).map(({ path, line }) => `${printable(path)}:${line}`) }),
          },
          data: { name: use.name, path: use.path, line: use.line, via: use.via, others: others.length },
        },
      ];
    });
  },
  fix: (defect) => {
    const { name, path, line, via, others } = defect.data as {
      name: string;
      path: string;
      line: number;
      via: string;
      others: number;
    };
    const places = `${printable(path)}:${line}${others === 0 ? '' : ' and in the other files'}`;
    const python = via === 'os.environ';
    return {
      steps: [
        `In ${places}, take the default away and stop when ${name} is missing, as below.`,
        `Set ${name} at the host, a different random value for each environment: openssl rand -base64 32`,
        'If production may have run on the default, everyone who was signed in has to sign in again: the new value sees to that.',
      ],
      snippet: python
        ? {
            path,
            language: 'python',
            content: `${name} = os.environ["${name}"]  # fails at start when it is missing\n`,
          }
        : {
            path,
            language: 'typescript',
            content:
              via === 'schema'
                ? `${name}: z.string().min(32), // no default: the schema stops the start when it is missing\n`
                : `const value = process.env.${name};\nif (!value) throw new Error('${name} is not set');\n`,
          },
      verify: again('default-secret-in-code'),
    };
  },
});
