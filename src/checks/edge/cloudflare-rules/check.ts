import { defineCheck } from '../../../model/check.ts';
import type { CloudflareRule, CloudflareZone } from '../../../model/evidence/edge/cloudflare.ts';
import type { Defect } from '../../../model/finding.ts';
import { printable } from '../../secrets/leak/text.ts';
import { APPLY, isEveryRequest, isObject, judgeZones, readSetting, type Unread, unread } from '../cloudflare-words.ts';

const SKIPPED = new Set(['http_ratelimit', 'http_request_firewall_managed', 'http_request_sbfm']);

/** A custom rule that lets everything past the filters. */
const isOpenSkip = ({ enabled, action, expression, parameters }: CloudflareRule): boolean => {
  if (!enabled || action !== 'skip' || !isEveryRequest(expression) || !isObject(parameters)) return false;
  const phases = Array.isArray(parameters['phases']) ? (parameters['phases'] as unknown[]) : [];
  return phases.some((phase) => SKIPPED.has(String(phase)));
};

/** The managed ruleset is switched off as a whole. */
const isOffOverride = ({ parameters }: CloudflareRule): boolean =>
  isObject(parameters) && isObject(parameters['overrides']) && parameters['overrides']['enabled'] === false;

const managed = (zone: CloudflareZone): (Defect | Unread)[] => {
  const read = zone.rules['http_request_firewall_managed'];
  if (read?.ok !== true) return [unread(zone, 'Managed rules', read)];
  const runs = read.value.filter(({ action, enabled }) => action === 'execute' && enabled);
  const works = runs.filter((rule) => !isOffOverride(rule));
  // On the free plan the Free Managed Ruleset runs without a rule that says so.
  if (works.length > 0 || (zone.plan === 'free' && runs.length === 0)) return [];
  return [
    {
      key: `${zone.name} managed`,
      where: { host: zone.name },
      title: `No managed rules of Cloudflare’s firewall run on ${printable(zone.name)}`,
      proof: {
        kind: 'record',
        text: `The phase http_request_firewall_managed executes ${runs.length === 0 ? 'no ruleset' : 'its rulesets with every rule switched off'}.`,
      },
      data: { id: zone.id, kind: 'managed' },
    },
  ];
};

const skips = (zone: CloudflareZone): (Defect | Unread)[] => {
  const read = zone.rules['http_request_firewall_custom'];
  if (read?.ok !== true) return [unread(zone, 'Custom rules', read)];
  return read.value.filter(isOpenSkip).map((rule) => ({
    key: `${zone.name} skip ${rule.id}`,
    where: { host: zone.name },
    title: `A rule of ${printable(zone.name)} lets every request past Cloudflare’s filters`,
    severity: 'high' as const,
    proof: {
      kind: 'record' as const,
      text: `Rule “${printable(rule.description || rule.id)}”: skip when ${printable(rule.expression)}`,
    },
    data: { id: zone.id, kind: 'skip' },
  }));
};

const limits = (zone: CloudflareZone): (Defect | Unread)[] => {
  const read = zone.rules['http_ratelimit'];
  if (read?.ok !== true) return [unread(zone, 'Rate limiting rules', read)];
  if (read.value.some(({ enabled }) => enabled)) return [];
  return [
    {
      key: `${zone.name} ratelimit`,
      where: { host: zone.name },
      title: `No rate limit stands at the edge of ${printable(zone.name)}`,
      proof: {
        kind: 'record',
        text: 'The phase http_ratelimit has no rule that is switched on; the free plan has one to give.',
      },
      data: { id: zone.id, kind: 'ratelimit' },
    },
  ];
};

const STEPS: Readonly<Record<string, { steps: readonly string[]; phase: string }>> = {
  managed: {
    steps: ['Security, WAF, Managed rules: deploy the Cloudflare Managed Ruleset with its default actions.'],
    phase: 'http_request_firewall_managed',
  },
  skip: {
    steps: ['Narrow the rule to what it was made for (one path, the addresses of one service), or delete it.'],
    phase: 'http_request_firewall_custom',
  },
  ratelimit: {
    steps: [
      'Security, WAF, Rate limiting rules: block an address that asks for the paths of login, sign-up and password reset more than a few times in ten seconds.',
      APPLY,
    ],
    phase: 'http_ratelimit',
  },
};

export default defineCheck({
  id: 'edge/cloudflare-rules',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Cloudflare’s firewall runs its rules and a rate limit',
    fail: 'Cloudflare’s firewall leaves out what it is there for',
  },
  why: 'Password lists, card testing and known exploits come within hours of a launch; at the edge they cost you nothing.',
  references: [
    'OWASP API4:2023',
    'CWE-307',
    'https://developers.cloudflare.com/waf/managed-rules/',
    'https://developers.cloudflare.com/waf/rate-limiting-rules/',
  ],
  needs: ['edge.front', 'edge.cloudflare'],
  evaluate: (given) => judgeZones(given, (zone) => [...skips(zone), ...managed(zone), ...limits(zone)]),
  fix: ({ data }) => {
    const { id, kind } = data as { id: string; kind: string };
    const { steps = [], phase = '' } = STEPS[kind] ?? {};
    return { steps, verify: readSetting(id, `rulesets/phases/${phase}/entrypoint`) };
  },
});
