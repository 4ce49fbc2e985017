import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { APPLY, judgeZones, readSetting, setting, unread } from '../cloudflare-words.ts';

const MODES: Readonly<Record<string, { severity: 'blocker' | 'medium'; means: string }>> = {
  off: { severity: 'blocker', means: 'HTTPS is switched off: visitors get plain HTTP' },
  flexible: {
    severity: 'blocker',
    means:
      'between Cloudflare and the server everything, passwords and cards included, goes over plain HTTP through the internet',
  },
  full: {
    severity: 'medium',
    means: 'Cloudflare takes any certificate of the server, also that of somebody who sits in between',
  },
};

export default defineCheck({
  id: 'edge/cloudflare-tls-mode',
  stage: 'edge',
  // What the world sees decides M3; a mode that leaves the way to the server open is a blocker by itself.
  bar: [],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Cloudflare speaks TLS to the server and checks its certificate',
    fail: 'Cloudflare does not speak checked TLS to the server',
  },
  why: 'The lock in the browser promises a private line to you; in this mode it ends at Cloudflare, and redirect loops often come with it.',
  references: ['CWE-319', 'CWE-295', 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/'],
  needs: ['edge.front', 'edge.cloudflare'],
  evaluate: (given) =>
    judgeZones(given, (zone) => {
      const mode = setting(zone, 'ssl');
      if (mode === undefined) return [unread(zone, 'The TLS mode', zone.settings['ssl'])];
      const known = MODES[mode];
      if (known === undefined) return [];
      return [
        {
          key: zone.name,
          where: { host: zone.name, record: `ssl = ${mode}` },
          title: `Cloudflare’s TLS mode for ${printable(zone.name)} is ${mode === 'off' ? 'Off' : mode === 'flexible' ? 'Flexible' : 'Full, not Full (strict)'}`,
          severity: known.severity,
          proof: { kind: 'record', text: `The zone’s setting ssl is “${mode}”: ${known.means}.` },
          data: { id: zone.id, mode },
        },
      ];
    }),
  fix: ({ data }) => {
    const { id, mode } = data as { id: string; mode: string };
    return {
      steps: [
        ...(mode === 'full'
          ? []
          : [
              'Give the server a certificate: a free Cloudflare Origin CA one (SSL/TLS, Origin Server), or one of Let’s Encrypt.',
            ]),
        ...(mode === 'full'
          ? [
              'Look that the server’s certificate is valid for the name, or replace it by a free Cloudflare Origin CA one.',
            ]
          : []),
        'SSL/TLS, Overview: set the mode to Full (strict).',
        'Take redirects from HTTP to HTTPS that look at the port out of the server; they may loop otherwise.',
        APPLY,
      ],
      verify: `${readSetting(id, 'settings/ssl')} | grep -o '"value":"[a-z]*"'   # strict`,
    };
  },
});
