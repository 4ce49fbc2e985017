import { describe, expect, test } from 'vitest';
import type { EdgeIntent } from '../../model/edge-plan.ts';
import type { CloudflareRule, CloudflareZone } from '../../model/evidence/edge/cloudflare.ts';
import { planCloudflare } from './plan-cloudflare.ts';

const intent: EdgeIntent = {
  domain: 'shop.test',
  canonical: 'shop.test',
  aliases: ['www.shop.test'],
  seen: true,
  headers: { 'X-Content-Type-Options': 'nosniff' },
  hsts: false,
  originTls: 'valid',
  privatePaths: ['/api/', '/account'],
  loginPaths: ['/login', '/say "hi"'],
};
const PHASES = ['managed', 'custom'].map((name) => `http_request_firewall_${name}`);
const zone = (changes: Partial<CloudflareZone> = {}): CloudflareZone => ({
  id: 'z',
  name: 'shop.test',
  status: 'active',
  paused: false,
  plan: 'free',
  settings: { ssl: { ok: true, value: 'strict' } },
  rules: Object.fromEntries(
    [
      ...PHASES,
      'http_ratelimit',
      'http_request_dynamic_redirect',
      'http_response_headers_transform',
      'http_request_cache_settings',
    ].map((phase) => [phase, { ok: true, value: [] }]),
  ),
  dnssec: { ok: true, value: 'active' },
  bots: { ok: true, value: { fightMode: false, superFightMode: false } },
  universalSsl: { ok: true, value: true },
  ...changes,
});
const refs = (changes: Partial<CloudflareZone> = {}, given: Partial<EdgeIntent> = {}): string[] =>
  planCloudflare(zone(changes), { ...intent, ...given }, false).changes.map((change) =>
    change.kind === 'rule' ? change.after.ref : change.id,
  );

/** The zone after a plan, with what the API adds to rules. */
const after = (before: CloudflareZone): CloudflareZone => {
  const { changes } = planCloudflare(before, intent, false);
  const rules = { ...before.rules };
  for (const change of changes) {
    if (change.kind !== 'rule') continue;
    const { action_parameters: parameters = null, ratelimit, ...rule } = change.after;
    const made: CloudflareRule = {
      ...rule,
      id: rule.ref,
      parameters,
      ratelimit: ratelimit === undefined ? null : { ...ratelimit, requests_to_origin: false },
    };
    rules[change.phase] = { ok: true, value: [made] };
  }
  return { ...before, rules };
};

test('a zone that was changed by the plan has nothing left to change', () => {
  const changed = after(zone({ plan: 'pro' }));
  expect(planCloudflare(changed, intent, false).changes).toEqual([]);
  // The page now has the header, and www redirects; the rules that do it stay.
  expect(planCloudflare(changed, { ...intent, headers: {}, aliases: [] }, false).changes).toEqual([]);
});

test('managed rules are added where the plan has them', () => {
  expect(refs()).not.toContain('launch_ready_managed_rules');
  expect(refs({ plan: 'pro' })).toContain('launch_ready_managed_rules');
});

test('a limit fits the plan', () => {
  const limit = (plan: string): unknown => {
    const found = planCloudflare(zone({ plan }), intent, false).changes.find(
      (change) => change.kind === 'rule' && change.phase === 'http_ratelimit',
    );
    return found?.kind === 'rule' ? found.after : undefined;
  };
  expect(limit('free')).toMatchObject({ ratelimit: { period: 10, mitigation_timeout: 10 } });
  expect(limit('business')).toMatchObject({ ratelimit: { period: 60, mitigation_timeout: 600 } });
  expect(limit('free')).toMatchObject({ expression: String.raw`(http.request.uri.path in {"/login" "/say \"hi\""})` });
});

describe('is left alone', () => {
  test('a private path that a rule of your own keeps out of the cache', () => {
    const own: CloudflareRule = {
      id: 'own',
      ref: 'own',
      description: '',
      enabled: true,
      action: 'set_cache_settings',
      expression: '(starts_with(http.request.uri.path, "/api"))',
      parameters: { cache: false },
      ratelimit: null,
    };
    const rules = { ...zone().rules, http_request_cache_settings: { ok: true as const, value: [own] } };
    const made = planCloudflare(zone({ rules }), intent, false).changes.find(
      (change) => change.kind === 'rule' && change.phase === 'http_request_cache_settings',
    );
    expect(made?.after).toMatchObject({ expression: '(starts_with(http.request.uri.path, "/account"))' });
  });

  test('a phase that could not be read', () => {
    const rules = { ...zone().rules, http_ratelimit: { ok: false as const, said: '10000 Authentication error' } };
    const { changes, notes } = planCloudflare(zone({ rules }), intent, false);
    expect(changes.some((change) => change.kind === 'rule' && change.phase === 'http_ratelimit')).toBe(false);
    expect(notes.join('\n')).toContain('http_ratelimit could not be read: 10000 Authentication error');
  });

  test('the redirect, while nobody knows which host it is', () => {
    expect(refs({}, { canonical: null, aliases: [] })).not.toContain('launch_ready_canonical_host');
  });

  test('headers, when no page came', () => {
    expect(refs({}, { seen: false, headers: {} })).not.toContain('launch_ready_security_headers');
  });
});

test('the TLS mode is raised when the server’s certificate was seen, or somebody vouches for it', () => {
  const settings = { ssl: { ok: true as const, value: 'flexible' } };
  expect(refs({ settings })).toContain('ssl');
  const unseen: EdgeIntent = { ...intent, originTls: 'unknown' };
  expect(planCloudflare(zone({ settings }), unseen, false).changes.some((one) => one.kind === 'setting')).toBe(false);
  expect(planCloudflare(zone({ settings }), unseen, true).changes).toContainEqual(
    expect.objectContaining({ id: 'ssl', before: 'flexible', after: 'strict' }),
  );
});
