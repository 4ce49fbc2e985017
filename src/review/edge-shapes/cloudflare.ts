import type * as Cloudflare from '../../model/evidence/edge/cloudflare.ts';
import { flag, list, members, oneOf, orNull, record, text, type Shape } from '../shape.ts';

const short = text(500);
const anything: Shape = () => null;

const readOf =
  (value: Shape): Shape =>
  (given, at) =>
    members<{ ok: boolean }>({ ok: flag })(given, at) ??
    ((given as { ok: boolean }).ok
      ? members<{ value?: unknown }>({}, { value })(given, at)
      : members<{ said: string }>({ said: short })(given, at));

const rule = members<Cloudflare.CloudflareRule>(
  { id: short, ref: short, description: text(1_000), enabled: flag, action: short, expression: text(5_000) },
  { parameters: anything, ratelimit: anything },
);

export const edgeCloudflare: Shape = members<Cloudflare.CloudflareEvidence>({
  problem: orNull(
    members<NonNullable<Cloudflare.CloudflareEvidence['problem']>>({
      kind: oneOf('no-token', 'refused', 'unavailable'),
      said: short,
    }),
  ),
  zones: list(
    members<Cloudflare.CloudflareZone>({
      id: short,
      name: short,
      status: short,
      paused: flag,
      plan: short,
      settings: record(readOf(anything)),
      rules: record(readOf(list(rule))),
      dnssec: readOf(short),
      bots: readOf(members<{ fightMode: boolean; superFightMode: boolean }>({ fightMode: flag, superFightMode: flag })),
      universalSsl: readOf(flag),
    }),
  ),
  unseen: list(short),
  delegated: list(short),
  called: list(text(3_000)),
});
