import { defineCheck } from '../../../model/check.ts';
import type { CodePattern } from '../../../model/evidence/code.ts';
import type { HostingSetting } from '../../../model/evidence/hosting.ts';
import type { Defect } from '../../../model/finding.ts';
import { again, listed } from '../environment/words.ts';
import { plural, printable } from '../leak/text.ts';

/** Addresses that browsers, mails or providers are sent to: there “this machine” is the visitor’s. */
const OUTSIDE =
  /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC)_\w*(?:URL|URI|ORIGIN|HOST|API|ENDPOINT|DOMAIN)|^(?:APP|SITE|WEB|WEBAPP|FRONTEND|CLIENT|PUBLIC|BASE|CANONICAL|AUTH|NEXTAUTH|BETTER_AUTH|STORE|SHOP|ADMIN)_?(?:BASE_)?(?:URL|ORIGIN)$|^(?:\w+_)?(?:CALLBACK|REDIRECT|SUCCESS|CANCEL|RETURN)_?(?:URL|URI)$|^(?:ORIGIN|COOKIE_DOMAIN|CORS_ORIGINS?|ALLOWED_ORIGINS?)$/;
const NAMES_STAGE = /^(?:dev|develop|development|local|test|testing|debug)$/i;

const localDefects = (settings: readonly HostingSetting[]): Defect[] =>
  [...Map.groupBy(settings, ({ at }) => at.path)].flatMap(([path, inFile]): Defect[] => {
    const [first] = inFile;
    if (first === undefined) return [];
    const names = inFile.map(({ name }) => name);
    return [
      {
        key: `local ${path}`,
        where: { path, line: first.at.line },
        title: `Production is given ${plural(names.length, 'address', 'addresses')} of the developer’s own machine`,
        proof: {
          kind: 'file',
          text: `${printable(path)} sets ${listed(names)} to localhost for production.`,
          more: inFile.slice(1, 20).map(({ at }) => `${at.path}:${at.line}`),
        },
      },
    ];
  });

const stageDefect = ({ name, value = '', at }: HostingSetting): Defect => ({
  key: `${name} ${at.path}`,
  where: { path: at.path, line: at.line },
  title: `Production runs with ${name}=${printable(value)}`,
  proof: {
    kind: 'file',
    text: `${printable(at.path)}:${at.line} sets ${name} to ${printable(value)} for what production starts.`,
  },
});

const codeDefect = ({ what, at, frame }: CodePattern): Defect => ({
  key: `code ${at.path}`,
  where: { path: at.path, line: at.line },
  title: 'The code sets NODE_ENV itself',
  proof: {
    kind: 'code',
    text: `process.env.NODE_ENV is set to ${printable(what)}, whatever the host says.`,
    ...(frame === undefined ? {} : { frame }),
  },
});

export default defineCheck({
  id: 'secrets/production-set-up-as-development',
  stage: 'secrets',
  bar: ['M7'],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Production is set up as production',
    fail: 'Production is set up as development',
  },
  why: 'Frameworks then show errors with their code, skip caches and secure cookies, and send customers to an address on their own machine.',
  references: [
    'https://expressjs.com/en/advanced/best-practice-performance.html',
    'CWE-489',
    'https://12factor.net/config',
  ],
  needs: ['hosting.settings', 'code.patterns'],
  evaluate: ({ 'hosting.settings': settings, 'code.patterns': patterns }) => {
    const production = settings.filter(({ environment }) => environment === 'production');
    const set = patterns.filter(({ kind }) => kind === 'node-env');
    if (production.length === 0 && set.length === 0) return 'not-applicable';
    return [
      ...localDefects(production.filter(({ points, name }) => points === 'local' && OUTSIDE.test(name))),
      ...production.filter(({ value }) => value !== undefined && NAMES_STAGE.test(value)).map(stageDefect),
      ...set.map(codeDefect),
    ];
  },
  fix: () => ({
    steps: [
      'Set NODE_ENV=production where production is started, and the public addresses of production at the host.',
      'Let the app refuse to start in production with an address that is not https.',
    ],
    verify: again('production-set-up-as-development'),
  }),
});
