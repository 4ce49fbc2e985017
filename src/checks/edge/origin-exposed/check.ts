import { defineCheck } from '../../../model/check.ts';
import { printable, shellWord } from '../../secrets/leak/text.ts';
import { bothWays, bypasses, CLOSE_STEPS, portOf, sourceWords } from '../front-words.ts';

export default defineCheck({
  id: 'edge/origin-exposed',
  stage: 'edge',
  bar: ['M5'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'The server behind the edge does not answer past it',
    fail: 'The server behind the edge answers everybody who knows its address',
  },
  why: 'Who asks the server itself passes the firewall, the rate limits and the bot filter of the edge; addresses are found in old DNS records and by scanning all of IPv4.',
  references: [
    'CWE-693',
    'https://developers.cloudflare.com/fundamentals/security/protect-your-origin-server/',
    'https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/',
  ],
  needs: ['edge.front'],
  evaluate: ({ 'edge.front': { hosts, origins, platforms } }) => {
    const shielded = hosts.filter(({ front }) => front?.kind === 'cdn');
    if (shielded.length === 0) return 'not-applicable';
    const open = [...Map.groupBy(bypasses(origins, false), ({ address }) => address).values()];
    const defects = open.flatMap(([first, ...more]) => {
      if (first === undefined) return [];
      const front = shielded.find(({ host }) => host === first.host)?.front?.name ?? 'the edge';
      return [
        {
          key: first.address,
          where: { host: first.host, url: first.url },
          title: `The server at ${printable(first.address)} shows ${printable(first.host)} past ${printable(front)}`,
          proof: {
            kind: 'exchange' as const,
            text: `${bothWays(first, front)}\nThe address is known from ${sourceWords(first.from)}.`,
            more: more.slice(0, 5).map(({ host }) => host),
          },
          data: { host: first.host, url: first.url, address: first.address },
        },
      ];
    });
    if (defects.length > 0) return defects;
    const own = origins.filter(({ from }) => from.some(({ by }) => by === 'config' || by === 'cloudflare'));
    const unclear = own.find(({ outcome }) => outcome === 'unclear');
    if (unclear !== undefined)
      return {
        unproven: `It could not be told whether the server at ${unclear.address} shows the site: ${unclear.direct}`,
        unlock: `Look yourself: curl -k --resolve ${unclear.host}:443:${unclear.address} ${unclear.url}`,
      };
    // What runs on a platform has no server of its own; its other door is judged by edge/platform-host-open.
    return own.length > 0 || platforms.length > 0
      ? []
      : {
          unproven: 'The addresses of the servers behind the edge are not known, and DNS shows none',
          unlock:
            'Add them to edge.originAddresses in launch-ready.config, e.g. ["192.0.2.10"]; at Cloudflare a CLOUDFLARE_API_TOKEN with Zone Read and DNS Read will do.',
        };
  },
  fix: ({ data }) => {
    const { host, url, address } = data as { host: string; url: string; address: string };
    const port = portOf(url);
    return {
      steps: CLOSE_STEPS,
      snippet: {
        path: 'close-origin.sh',
        language: 'sh',
        content: [
          '# Web traffic from Cloudflare alone; run again when its list changes. Keep your SSH rule.',
          '# Docker publishes ports past ufw: let it bind them to 127.0.0.1.',
          'for net in $(curl -s https://www.cloudflare.com/ips-v4) $(curl -s https://www.cloudflare.com/ips-v6); do',
          '  ufw allow proto tcp from "$net" to any port 443',
          'done',
          'ufw deny 80/tcp && ufw deny 443/tcp && ufw reload',
          '',
        ].join('\n'),
      },
      verify: `curl -sk -m 5 -o /dev/null -w '%{http_code}\\n' --resolve ${shellWord(`${host}:${port}:${address}`)} ${shellWord(url)}   # 000 or 403 is right`,
    };
  },
});
