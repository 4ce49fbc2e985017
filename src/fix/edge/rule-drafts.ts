import type { CloudflareRuleDraft, EdgeIntent } from '../../model/edge-plan.ts';
import type { CloudflareRule } from '../../model/evidence/edge/cloudflare.ts';

export interface WantedRule {
  phase: string;
  why: string;
  rule: CloudflareRuleDraft;
}

/** A text in the rules language. */
const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`;
const set = (texts: readonly string[]): string => `{${texts.map(quoted).join(' ')}}`;

export const REFS = {
  redirect: 'launch_ready_canonical_host',
  headers: 'launch_ready_security_headers',
  limit: 'launch_ready_login_rate_limit',
  bypass: 'launch_ready_private_paths',
  managed: 'launch_ready_managed_rules',
} as const;

/** Cloudflare’s Managed Ruleset, for plans that have it. */
const MANAGED = 'efb7b8c949ac4650a09736fc376e9aee';

/** Periods and time-outs that a plan has: developers.cloudflare.com/waf/rate-limiting-rules/#availability. */
const limitOf = (plan: string) =>
  plan === 'free'
    ? { period: 10, requests_per_period: 10, mitigation_timeout: 10 }
    : { period: 60, requests_per_period: 20, mitigation_timeout: 600 };

export const redirect = ({ canonical, aliases }: EdgeIntent): WantedRule[] =>
  canonical === null || aliases.length === 0
    ? []
    : [
        {
          phase: 'http_request_dynamic_redirect',
          why: `one address for the site: ${aliases.join(', ')} sends people to ${canonical}, path and query kept`,
          rule: {
            ref: REFS.redirect,
            description: 'Launch Ready: one host shows the site',
            expression: `(http.host in ${set(aliases)})`,
            action: 'redirect',
            action_parameters: {
              from_value: {
                target_url: { expression: `concat(${quoted(`https://${canonical}`)}, http.request.uri.path)` },
                status_code: 301,
                preserve_query_string: true,
              },
            },
            enabled: true,
          },
        },
      ];

export const headers = ({ headers: missing }: EdgeIntent, before: CloudflareRule | undefined): WantedRule[] => {
  // What the rule sets is seen on the page, and so no longer missing.
  const kept = headersOf(before);
  const all = {
    ...kept,
    ...Object.fromEntries(Object.entries(missing).map(([name, value]) => [name, { operation: 'set', value }])),
  };
  return Object.keys(all).length === 0
    ? []
    : [
        {
          phase: 'http_response_headers_transform',
          why: `answers say ${Object.keys(all).join(', ')}`,
          rule: {
            ref: REFS.headers,
            description: 'Launch Ready: security headers that the app does not send',
            expression: 'true',
            action: 'rewrite',
            action_parameters: { headers: all },
            enabled: true,
          },
        },
      ];
};

const headersOf = (rule: CloudflareRule | undefined): Record<string, unknown> => {
  const parameters = rule?.parameters;
  const found =
    typeof parameters === 'object' && parameters !== null && 'headers' in parameters ? parameters.headers : {};
  return typeof found === 'object' && found !== null ? { ...found } : {};
};

export const limit = ({ loginPaths }: EdgeIntent, plan: string): WantedRule[] => {
  const numbers = limitOf(plan);
  return [
    {
      phase: 'http_ratelimit',
      why: `one address may ask for the login ${numbers.requests_per_period} times in ${numbers.period} seconds`,
      rule: {
        ref: REFS.limit,
        description: 'Launch Ready: tries at login, sign-up and reset',
        expression: `(http.request.uri.path in ${set(loginPaths)})`,
        action: 'block',
        ratelimit: { characteristics: ['cf.colo.id', 'ip.src'], ...numbers },
        enabled: true,
      },
    },
  ];
};

/** Paths that rules of the owner's own keep out of the cache already. */
const isBypassed = (path: string, own: readonly CloudflareRule[]): boolean =>
  own.some(({ enabled, parameters, expression }) => {
    const isOff =
      typeof parameters === 'object' && parameters !== null && 'cache' in parameters && parameters.cache === false;
    return (
      enabled && isOff && [...expression.matchAll(/"(\/[^"]+)"/g)].some(([, begin = '']) => path.startsWith(begin))
    );
  });

export const bypass = ({ privatePaths }: EdgeIntent, rules: readonly CloudflareRule[]): WantedRule[] => {
  const others = rules.filter(({ ref }) => ref !== REFS.bypass);
  const open = privatePaths.filter((path) => !isBypassed(path, others));
  return open.length === 0 ? [] : [bypassOf(open)];
};

const bypassOf = (paths: readonly string[]): WantedRule => ({
  phase: 'http_request_cache_settings',
  why: 'what is for one person is kept in no shared cache',
  rule: {
    ref: REFS.bypass,
    description: 'Launch Ready: private paths are not cached',
    expression: `(${paths.map((path) => `starts_with(http.request.uri.path, ${quoted(path)})`).join(' or ')})`,
    action: 'set_cache_settings',
    action_parameters: { cache: false },
    enabled: true,
  },
});

export const managed: WantedRule = {
  phase: 'http_request_firewall_managed',
  why: 'known exploits are stopped at the edge',
  rule: {
    ref: REFS.managed,
    description: 'Launch Ready: Cloudflare Managed Ruleset',
    expression: 'true',
    action: 'execute',
    action_parameters: { id: MANAGED },
    enabled: true,
  },
};
