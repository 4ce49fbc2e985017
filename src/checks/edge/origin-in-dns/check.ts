import { defineCheck } from '../../../model/check.ts';
import type { OriginAnswer } from '../../../model/evidence/edge/front.ts';
import { listed } from '../../secrets/environment/words.ts';
import { printable, shellWord } from '../../secrets/leak/text.ts';
import { bothWays, bypasses, CLOSE_STEPS, isName } from '../front-words.ts';

const namesOf = (answers: readonly OriginAnswer[]): string[] => [
  ...new Set(answers.flatMap(({ from }) => from.filter(isName).flatMap(({ name }) => name ?? []))),
];

export default defineCheck({
  id: 'edge/origin-in-dns',
  stage: 'edge',
  bar: ['M5'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'No name in DNS leads past the edge',
    fail: 'A name in DNS leads past the edge to the server itself',
  },
  why: 'Everybody can look it up and ask the server itself: the firewall, the rate limits and the bot filter of the edge are then for those who do not look.',
  references: [
    'CWE-693',
    'https://developers.cloudflare.com/dns/proxy-status/',
    'https://developers.cloudflare.com/dns/manage-dns-records/troubleshooting/exposed-ip-address/',
  ],
  needs: ['edge.front'],
  evaluate: ({ 'edge.front': { hosts, origins } }) => {
    const shielded = hosts.filter(({ front }) => front?.kind === 'cdn');
    if (shielded.length === 0) return 'not-applicable';
    return [...Map.groupBy(bypasses(origins, true), ({ address }) => address).values()].flatMap((answers) => {
      const [first] = answers;
      if (first === undefined) return [];
      const front = shielded.find(({ host }) => host === first.host)?.front?.name ?? 'the edge';
      const names = namesOf(answers);
      return [
        {
          key: first.address,
          where: { host: names[0] ?? first.host, record: `${names[0] ?? ''} → ${first.address}` },
          title: `${listed(names, 3)} ${names.length === 1 ? 'leads' : 'lead'} past ${printable(front)} to the server of ${printable(first.host)}`,
          proof: {
            kind: 'record' as const,
            text: `${listed(names)} has the address ${printable(first.address)}.\n${bothWays(first, front)}`,
          },
          data: { names, front },
        },
      ];
    });
  },
  fix: ({ data }) => {
    const { names, front } = data as { names: readonly string[]; front: string };
    return {
      steps: [
        front === 'Cloudflare'
          ? `In Cloudflare’s DNS, switch the cloud of ${listed(names)} to orange (proxied), or delete the record when nothing needs it.`
          : `Point ${listed(names)} at ${printable(front)} too, or delete the record when nothing needs it.`,
        'A mail server belongs on another machine, or to a mail provider: mail cannot go through a web proxy.',
        ...CLOSE_STEPS,
      ],
      verify: names
        .slice(0, 3)
        .map((name) => `dig +short ${shellWord(name)}`)
        .join('; '),
    };
  },
});
