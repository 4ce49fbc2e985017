import { defineCheck } from '../../../model/check.ts';
import type { EnvEvidence, EnvUse } from '../../../model/evidence/env.ts';
import type { Defect } from '../../../model/finding.ts';
import { isReal } from '../environment/files.ts';
import { isDangerousRule, isMadePublic, isStrongSecretName, prefixIn } from '../environment/public-names.ts';
import { again } from '../environment/words.ts';
import { printable } from '../leak/text.ts';

/** Folders and file names that run on a server even in a project with a client build. */
const ON_SERVER =
  /(?:^|\/)(?:api|server|backend|functions|supabase|workers?|cron|jobs|server-only)\/|(?:^|\/)(?:route|middleware|instrumentation|actions)\.[cm]?[jt]sx?$|\.server\.[cm]?[jt]sx?$|\+(?:server|page\.server|layout\.server)\.[jt]s$|\.(?:py|go)$/;

/** A script that Node runs: no build takes it, and no build looks at `process.env.VITE_…`. */
const isNodeScript = ({ path, via, publicPrefix }: EnvUse): boolean =>
  via.startsWith('process.env') && (/\.cjs$/.test(path) || (publicPrefix === 'VITE_' && !path.includes('/')));

const inFiles = (env: EnvEvidence, prefixes: ReadonlySet<string>): Defect[] =>
  env.files.filter(isReal).flatMap((file) =>
    file.variables.flatMap((variable): Defect[] => {
      const prefix = prefixIn(variable.name, prefixes);
      if (prefix === null || variable.value !== 'secret' || variable.mode === 'test') return [];
      const certain = variable.rule !== undefined && variable.rule !== 'generic-secret';
      if (!certain && (isMadePublic(variable.name, prefix) || !isStrongSecretName(variable.name, prefix))) return [];
      const dangerous = isStrongSecretName(variable.name, prefix) || isDangerousRule(variable.rule);
      const reader = env.uses.find((use) => use.name === variable.name && use.role === 'app' && !isNodeScript(use));
      const read =
        reader === undefined
          ? 'No browser code that was read names it yet; the first that does sends it to every browser.'
          : `${printable(reader.path)}:${reader.line} reads it.`;
      return [
        {
          key: variable.name,
          ...(dangerous && reader !== undefined
            ? {}
            : { severity: dangerous ? 'high' : 'medium', title: 'A secret has a public prefix' }),
          where: { path: file.path, line: variable.line },
          proof: {
            kind: 'file',
            text: `${printable(file.path)}:${variable.line} gives ${variable.name} the value ${variable.masked ?? '****'}. The build writes ${prefix} variables that the code names into the JavaScript that browsers load. ${read}`,
          },
          data: { name: variable.name, prefix, exposed: true },
        },
      ];
    }),
  );

const inCode = (env: EnvEvidence, told: ReadonlySet<string>): Defect[] => {
  const uses = env.uses.filter(
    (use) =>
      use.publicPrefix !== null &&
      use.role === 'app' &&
      !told.has(use.name) &&
      !ON_SERVER.test(use.path) &&
      isStrongSecretName(use.name, use.publicPrefix) &&
      /^(?:process\.env|import\.meta\.env|\$env)/.test(use.via),
  );
  return [...Map.groupBy(uses, (use) => use.name)].flatMap(([name, places]): Defect[] => {
    const first = places.find((use) => !isNodeScript(use)) ?? places[0];
    if (first?.publicPrefix == null) return [];
    const inBrowser = !isNodeScript(first);
    const others = places.filter((use) => use !== first);
    return [
      {
        key: name,
        severity: inBrowser ? 'high' : 'medium',
        title: inBrowser ? 'Browser code reads a secret by a public name' : 'A secret has a public name',
        where: { path: first.path, line: first.line },
        proof: {
          kind: 'code',
          text: `${printable(first.path)}:${first.line} reads ${name} through ${first.via}. ${
            inBrowser
              ? 'Whatever production sets for it is written into the JavaScript that browsers load; the name says that it is a secret.'
              : `Only scripts do so far, and no build takes those; the first line of browser code that names it sends it to every visitor, because of its ${first.publicPrefix}.`
          }`,
          ...(others.length === 0
            ? {}
            : { more: others.slice(0, 5).map((use) => `${printable(use.path)}:${use.line}`) }),
        },
        data: { name, prefix: first.publicPrefix, exposed: false },
      },
    ];
  });
};

export default defineCheck({
  id: 'secrets/public-prefix-secret',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'No secret has a public prefix', fail: 'A secret has a public prefix, so browsers receive it' },
  why: "Every visitor can open the browser's developer tools and copy the key, and then act as your server: charge, refund, read all customers, or run up your bill.",
  references: [
    'CWE-200',
    'OWASP ASVS 5.0 13.3.1',
    'https://vite.dev/guide/env-and-mode',
    'https://nextjs.org/docs/app/guides/environment-variables',
  ],
  needs: ['env.files'],
  evaluate: ({ 'env.files': env }) => {
    const prefixes = new Set(env.uses.flatMap((use) => use.publicPrefix ?? []));
    const named = env.files.some((file) =>
      file.variables.some((variable) => prefixIn(variable.name, prefixes) !== null),
    );
    if (prefixes.size === 0 && !named) return 'not-applicable';
    const found = inFiles(env, prefixes);
    return [...found, ...inCode(env, new Set(found.map((defect) => defect.key)))];
  },
  fix: (defect) => {
    const { name, prefix, exposed } = defect.data as { name: string; prefix: string; exposed: boolean };
    const bare = name.slice(prefix.length);
    return {
      steps: [
        exposed
          ? `Rotate the key behind ${name} once the code no longer needs it in the browser: every build so far may hold it.`
          : `If ${name} was ever set for a build, rotate the key: that build holds it.`,
        `Rename it to ${bare} in the code and at the host, so that builds leave it out.`,
        "Move the call that needs it to the server (an API route, a server action or an edge function) and let the browser call that, with the user's session checked.",
        'Build again and search the output for the old value.',
      ],
      verify: again('public-prefix-secret'),
    };
  },
});
