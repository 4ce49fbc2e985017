import type { EdgeChange, EdgeIntent } from '../../model/edge-plan.ts';
import type { CloudflareZone } from '../../model/evidence/edge/cloudflare.ts';

interface Wish {
  id: string;
  /** The value to set, or undefined when it is well. */
  to(value: unknown): unknown;
  why: string;
}

const flip = (id: string, from: string, to: string, why: string): Wish => ({
  id,
  to: (value) => (value === from ? to : undefined),
  why,
});

const WISHES: readonly Wish[] = [
  flip('always_use_https', 'off', 'on', 'who types the name without https:// is sent to HTTPS at the edge'),
  flip('automatic_https_rewrites', 'off', 'on', 'links to http:// in pages are mended'),
  {
    id: 'min_tls_version',
    to: (value) => (value === '1.0' || value === '1.1' ? '1.2' : undefined),
    why: 'TLS 1.0 and 1.1 have known holes and are forbidden where cards are taken',
  },
  flip('tls_1_3', 'off', 'on', 'a round trip less'),
  flip('0rtt', 'on', 'off', 'early data can be sent again by somebody in between'),
  flip('development_mode', 'on', 'off', 'the cache works again'),
  flip('security_level', 'essentially_off', 'medium', 'visitors with the worst reputation are challenged'),
  flip('browser_check', 'off', 'on', 'the crudest bots are stopped'),
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A year, without subdomains: those may lack HTTPS. */
const HSTS_SECONDS = 31_536_000;

/** Changes of settings, and what was left out. */
export const settingChanges = (
  { settings }: Pick<CloudflareZone, 'settings'>,
  intent: EdgeIntent,
  strictTls: boolean,
): { changes: EdgeChange[]; notes: string[] } => {
  const changes: EdgeChange[] = [];
  const notes: string[] = [];
  const add = (id: string, why: string, to: (value: unknown) => unknown): void => {
    const read = settings[id];
    if (read?.ok !== true) return void (read !== undefined && notes.push(`${id} could not be read: ${read.said}.`));
    const after = to(read.value);
    if (after !== undefined) changes.push({ kind: 'setting', id, why, before: read.value, after });
  };
  const mode = settings['ssl']?.ok === true ? settings['ssl'].value : undefined;
  if (mode === 'strict' || mode === undefined || strictTls || intent.originTls === 'valid') {
    add('ssl', 'the way from Cloudflare to the server is encrypted, and its certificate is checked', (value) =>
      value === 'strict' || value === 'origin_pull' ? undefined : 'strict',
    );
  } else {
    notes.push(
      `ssl stays ${JSON.stringify(mode)}: strict takes the site down when the server has no valid certificate, and it was not seen. ` +
        'Give it one (a free Cloudflare Origin CA certificate will do), then add --strict-tls.',
    );
  }
  for (const wish of WISHES) add(wish.id, wish.why, (value) => wish.to(value));
  if (intent.hsts)
    add('security_header', 'browsers stay on HTTPS from the second visit on', (value) => {
      const now = isObject(value) ? value['strict_transport_security'] : undefined;
      if (!isObject(now) || now['enabled'] === true) return undefined;
      return {
        strict_transport_security: { ...now, enabled: true, max_age: HSTS_SECONDS },
      };
    });
  return { changes, notes };
};
