import { defineCheck } from '../../../model/check.ts';
import type { CloudflareZone } from '../../../model/evidence/edge/cloudflare.ts';
import type { Severity } from '../../../model/severity.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { APPLY, isObject, judgeZones, readSetting, setting, unread } from '../cloudflare-words.ts';

interface Wish {
  id: string;
  /** What is wrong with the value, or null. */
  wrong(zone: CloudflareZone): { is: string; why: string; to: string; severity: Severity } | null;
}

const WHEN = (id: string, bad: (value: string) => boolean, to: string, severity: Severity, why: string): Wish => ({
  id,
  wrong: (zone) => {
    const value = setting(zone, id);
    return value !== undefined && bad(value) ? { is: value, why, to, severity } : null;
  },
});

const isOff = (value: string): boolean => value === 'off';
const isOn = (value: string): boolean => value === 'on';

const WISHES: readonly Wish[] = [
  WHEN(
    'development_mode',
    isOn,
    'off',
    'medium',
    'the cache is bypassed: every visit of launch day reaches the server',
  ),
  WHEN(
    'always_use_https',
    isOff,
    'on',
    'medium',
    'who types the name without https:// stays on plain HTTP unless the server redirects',
  ),
  WHEN(
    'min_tls_version',
    (value) => value === '1.0' || value === '1.1',
    '1.2',
    'medium',
    'versions of TLS with known holes are spoken; card rules (PCI DSS) forbid them',
  ),
  WHEN(
    'security_level',
    (value) => value === 'essentially_off',
    'medium',
    'medium',
    'visitors with the worst reputation are let through without a challenge',
  ),
  WHEN(
    '0rtt',
    isOn,
    'off',
    'low',
    'early data can be sent again by somebody in between; safe only when no GET changes anything',
  ),
  WHEN('tls_1_3', isOff, 'on', 'low', 'connections take a round trip longer'),
  WHEN(
    'automatic_https_rewrites',
    isOff,
    'on',
    'low',
    'images and scripts named with http:// are blocked by browsers instead of mended',
  ),
  WHEN('browser_check', isOff, 'on', 'low', 'the crudest bots are let through'),
  {
    id: 'security_header',
    wrong: ({ settings }) => {
      const read = settings['security_header'];
      const value = read?.ok === true && isObject(read.value) ? read.value['strict_transport_security'] : undefined;
      return isObject(value) && value['enabled'] !== true
        ? {
            is: 'off',
            why: 'HSTS is not sent by Cloudflare; well if the app sends it itself',
            to: 'max-age 31536000',
            severity: 'info',
          }
        : null;
    },
  },
];

const ORDER: readonly Severity[] = ['blocker', 'high', 'medium', 'low', 'info'];

export default defineCheck({
  id: 'edge/cloudflare-settings',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Cloudflare’s settings are those of a launch',
    fail: 'Settings at Cloudflare are not those of a launch',
  },
  why: 'Each is a switch that was left as it was found or as a test needed it, and each costs safety or speed from the first visitor on.',
  references: [
    'https://developers.cloudflare.com/api/resources/zones/subresources/settings/',
    'https://wiki.mozilla.org/Security/Server_Side_TLS',
    'CWE-327',
  ],
  needs: ['edge.front', 'edge.cloudflare'],
  evaluate: (given) =>
    judgeZones(given, (zone) => {
      const missing = WISHES.find(({ id }) => zone.settings[id]?.ok === false);
      const wrong = WISHES.flatMap((wish) => {
        const found = wish.wrong(zone);
        return found === null ? [] : [{ id: wish.id, ...found }];
      });
      // HSTS is judged by what visitors get; here it stands beside what is wrong.
      const worst = ORDER.find((one) => wrong.some(({ severity }) => severity === one));
      const count = wrong.filter(({ severity }) => severity !== 'info').length;
      const gap = missing === undefined ? [] : [unread(zone, `The setting ${missing.id}`, zone.settings[missing.id])];
      if (worst === undefined || worst === 'info') return gap;
      return [
        {
          key: zone.name,
          where: {
            host: zone.name,
            record: wrong
              .filter(({ severity }) => severity !== 'info')
              .map(({ id, is }) => `${id} = ${is}`)
              .join(', '),
          },
          title: `${plural(count, 'setting')} of ${printable(zone.name)} at Cloudflare ${count === 1 ? 'is' : 'are'} not for a launch`,
          severity: worst,
          proof: {
            kind: 'record' as const,
            text: wrong.map(({ id, is, why, to }) => `${id} is ${printable(is)}, should be ${to}: ${why}.`).join('\n'),
          },
          data: { id: zone.id, changes: wrong.map(({ id, to }) => `${id}: ${to}`) },
        },
        ...gap,
      ];
    }),
  fix: ({ data }) => {
    const { id, changes } = data as { id: string; changes: readonly string[] };
    return {
      steps: [`In Cloudflare’s dashboard set ${changes.join('; ')}.`, APPLY],
      verify: readSetting(id, `settings/${changes[0]?.split(':')[0] ?? ''}`),
    };
  },
});
