import { defineCheck } from '../../../model/check.ts';
import type { CodeCost, Endpoint, GuardKind } from '../../../model/evidence/code.ts';
import type { Defect } from '../../../model/finding.ts';
import { printable } from '../../secrets/leak/text.ts';
import { isCalledByClock, isCalledFromOutside } from '../webhooks.ts';

const SIGN_IN = /log-?in|sign-?in|authenticate|session|credential|password|verify|otp|2fa|mfa/i;
const MOST_NAMED = 8;

const SAID: Readonly<Record<CodeCost, string>> = {
  password: 'tries a password',
  ai: 'asks a model',
  mail: 'sends a mail',
  sms: 'sends a text message',
};

/** What the endpoint gives to whoever calls it often; nothing where only few can call it. */
const costsOf = (endpoint: Endpoint): CodeCost[] => {
  const { unlimited = [], guards, method, id } = endpoint;
  const has = (...kinds: GuardKind[]): boolean => guards.some(({ kind }) => kinds.includes(kind));
  if (method === 'GET' || isCalledFromOutside(endpoint) || isCalledByClock(endpoint)) return [];
  if (has('role', 'shared-secret', 'session', 'owner', 'capability')) return [];
  // Somebody may be turned away in a way that was not understood; whoever has no password yet is not.
  const isOpen =
    endpoint.confidence === 'certain' &&
    endpoint.unresolved.length === 0 &&
    endpoint.asks !== true &&
    !has('signature');
  return unlimited.filter((cost) => (cost === 'password' ? SIGN_IN.test(id) : isOpen));
};

export default defineCheck({
  id: 'audit/no-rate-limit',
  stage: 'audit',
  bar: ['M6'],
  severity: 'medium',
  effort: 'hours',
  title: {
    pass: 'What can be guessed or costs money is limited',
    fail: 'Nothing limits how often passwords are tried or costly work is asked for',
  },
  why: 'Lists of leaked passwords are tried by the thousand a minute, and a form that sends mails or asks a model runs up the bill in a night.',
  references: ['CWE-307', 'CWE-770', 'OWASP API4:2023', 'ASVS 5.0 6.3.1'],
  needs: ['code.endpoints', 'code.coverage'],
  evaluate: ({ 'code.endpoints': endpoints, 'code.coverage': { limited, limiters = [] } }) => {
    if (endpoints.length === 0) return 'not-applicable';
    // Which paths that rule is for is not read; it is there, and the boundary stage tries it.
    if (limited !== undefined) return [];
    const open = endpoints.flatMap((endpoint) => {
      const costs = costsOf(endpoint);
      return costs.length === 0 || mayBeElsewhere(endpoint, endpoints, limiters) ? [] : [{ endpoint, costs }];
    });
    return [...Map.groupBy(open, ({ endpoint }) => endpoint.app)].flatMap(([app, same]) => defectOf(app, same));
  },
  fix: () => ({
    steps: [
      'Count tries by account and by address, and answer 429 beyond the limit: express-rate-limit, @fastify/rate-limit, @nestjs/throttler, hono-rate-limiter, or @upstash/ratelimit where there are many instances.',
      'Log-in: some five tries in a quarter of an hour for an account. Codes and mails: a few an hour for an address. Models: a budget a day for each user.',
      'Where Cloudflare or another host in front of the app does it, waive this with the rule’s name, and let the boundary stage try it.',
    ],
    verify: 'npx launch-ready --only audit/no-rate-limit',
  }),
});

/** A limiter is imported, and none was seen before any route of the framework: it stands where this one was not followed to, a server around it. */
const mayBeElsewhere = ({ app, framework }: Endpoint, all: readonly Endpoint[], limiters: readonly string[]): boolean =>
  (limiters.includes(app) || limiters.includes('')) &&
  !all.some(
    (one) => one.app === app && one.framework === framework && one.guards.some(({ kind }) => kind === 'rate-limit'),
  );

/** One finding an app: what is missing is one thing. */
const defectOf = (app: string, open: readonly { endpoint: Endpoint; costs: readonly CodeCost[] }[]): Defect[] => {
  const sorted = open.toSorted((a, b) => Number(b.costs.includes('password')) - Number(a.costs.includes('password')));
  const [first] = sorted;
  if (first === undefined) return [];
  const { at } = first.endpoint;
  const named = sorted
    .slice(0, MOST_NAMED)
    .map(({ endpoint, costs }) => `${printable(endpoint.id)} ${costs.map((cost) => SAID[cost]).join(' and ')}`);
  const rest = sorted.length - named.length;
  return [
    {
      key: `limits ${app}`,
      severity: first.costs.includes('password') ? 'high' : 'medium',
      where: { path: at.path, line: at.line },
      proof: {
        kind: 'code',
        text: `${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}. Nothing in their code, and nothing before it, counts how often.`,
        ...(sorted.length > 1
          ? {
              more: sorted
                .slice(1, MOST_NAMED)
                .map(({ endpoint: { at: place } }) => `${printable(place.path)}:${place.line}`),
            }
          : {}),
      },
    },
  ];
};
