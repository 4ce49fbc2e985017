import { defineCheck } from '../../../model/check.ts';
import type { CloudflareRule } from '../../../model/evidence/edge/cloudflare.ts';
import { printable } from '../../secrets/leak/text.ts';
import { APPLY, isEveryRequest, isObject, judgeZones, readSetting, unread } from '../cloudflare-words.ts';

/** Kept in the cache whatever the answer’s own headers say. */
const isForced = ({ parameters }: CloudflareRule): boolean => {
  if (!isObject(parameters) || parameters['cache'] !== true) return false;
  const ttl = parameters['edge_ttl'];
  return isObject(ttl) && ttl['mode'] === 'override_origin';
};

/** Names only places where nobody is logged in: files by their endings, folders of assets, or everybody without a cookie. */
const isNarrow = (expression: string): boolean =>
  /http\.request\.uri\.path\.extension|http\.cookie|http\.request\.cookies|ends_with|\.(?:js|css|png|jpe?g|svg|webp|avif|woff2?|ico)\b|\/(?:assets?|static|_next|images?|img|fonts|media|build|dist|public|cdn|uploads)\b/i.test(
    expression,
  );

/** Names places where somebody is logged in, or everything. */
const isWide = (expression: string): boolean =>
  isEveryRequest(expression) ||
  /\/(?:api|account|admin|checkout|cart|orders?|dashboard|profile|settings)\b/i.test(expression);

const isNot = (expression: string): boolean => /\bnot\b|\bne\b/i.test(expression);

export default defineCheck({
  id: 'edge/cloudflare-cache-rule',
  stage: 'edge',
  bar: [],
  severity: 'blocker',
  effort: 'minutes',
  title: {
    pass: 'No cache rule of Cloudflare keeps pages of logged-in people',
    fail: 'A cache rule of Cloudflare keeps every answer, pages of logged-in people too',
  },
  why: 'The account page of one customer is kept and shown to the next one who asks: names, addresses, orders.',
  references: ['CWE-524', 'CWE-525', 'https://developers.cloudflare.com/cache/how-to/cache-rules/'],
  needs: ['edge.front', 'edge.cloudflare'],
  evaluate: (given) =>
    judgeZones(given, (zone) => {
      const read = zone.rules['http_request_cache_settings'];
      if (read?.ok !== true) return [unread(zone, 'Cache rules', read)];
      const rules = read.value.filter(({ enabled, action }) => enabled && action === 'set_cache_settings');
      return rules.flatMap((rule, index) => {
        const { expression } = rule;
        if (!isForced(rule) || !isWide(expression) || isNarrow(expression) || isNot(expression)) return [];
        // The last rule that matches counts, so a later one may take the private paths out again.
        const isMended = rules
          .slice(index + 1)
          .some(({ parameters }) => isObject(parameters) && parameters['cache'] === false);
        return isMended
          ? []
          : [
              {
                key: `${zone.name} ${rule.id}`,
                where: { host: zone.name },
                ...(isEveryRequest(expression) ? {} : { severity: 'high' as const }),
                title: isEveryRequest(expression)
                  ? `A cache rule of ${printable(zone.name)} keeps every answer`
                  : `A cache rule of ${printable(zone.name)} keeps answers that may be for one person`,
                proof: {
                  kind: 'record' as const,
                  text: `Rule “${printable(rule.description || rule.id)}”: when ${printable(expression)}, eligible for cache, edge TTL overrides the origin’s headers; no later rule bypasses private paths.`,
                },
                data: { id: zone.id },
              },
            ];
      });
    }),
  fix: ({ data }) => ({
    steps: [
      'Caching, Cache Rules: narrow the rule to files (`http.request.uri.path.extension in {"js" "css" "webp" "woff2"}`), or let it respect the origin’s headers.',
      'Add a rule after it that bypasses the cache for /api, /account, /admin, /checkout and whatever else shows who is logged in.',
      'Purge everything, so that what was kept is gone.',
      APPLY,
    ],
    verify: readSetting((data as { id: string }).id, 'rulesets/phases/http_request_cache_settings/entrypoint'),
  }),
});
