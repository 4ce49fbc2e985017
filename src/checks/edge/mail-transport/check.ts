import { defineCheck } from '../../../model/check.ts';
import type { MailDomain } from '../../../model/evidence/mail.ts';
import { printable } from '../../secrets/leak/text.ts';
import { eachDomain } from '../mail/each-domain.ts';
import { dig } from '../mail/records.ts';

/** A star is one label (RFC 8461 4.1). */
const isNamed = (patterns: readonly string[], host: string): boolean =>
  patterns.some((pattern) =>
    pattern.startsWith('*.') ? host.slice(host.indexOf('.') + 1) === pattern.slice(2) : host === pattern,
  );

const unnamed = ({ mx, mtaSts }: MailDomain): string[] =>
  mx.hosts.map(({ name }) => name).filter((name) => !isNamed(mtaSts.mx ?? [], name));

export default defineCheck({
  id: 'edge/mail-transport',
  stage: 'edge',
  bar: ['M4'],
  severity: 'low',
  effort: 'hour',
  title: {
    pass: 'What is published about mail transport (MTA-STS, TLS-RPT, BIMI) holds',
    fail: 'A policy about mail transport does not hold',
  },
  why: 'Senders that honour MTA-STS refuse to deliver to a server that the policy does not name; a policy that cannot be read protects nothing.',
  references: ['RFC 8461 3.2', 'RFC 8461 5.1', 'RFC 8460 3'],
  needs: ['edge.mail'],
  evaluate: ({ 'edge.mail': domains }) =>
    eachDomain(domains, (one) => {
      const { domain, mtaSts, tlsReporting, bimi, mx } = one;
      const published = [mtaSts, tlsReporting, bimi].filter(({ state }) => state !== 'none' && state !== 'unknown');
      if (published.length === 0) return 'not-applicable';
      const left = mtaSts.state === 'good' && mtaSts.mode === 'enforce' && mx.state === 'hosts' ? unnamed(one) : [];
      if (left.length > 0)
        return [
          {
            key: `${domain} sts`,
            title: 'MTA-STS turns mail away from your own server',
            severity: 'high' as const,
            where: { host: domain, record: 'MX' },
            proof: {
              kind: 'record' as const,
              text: `The policy says enforce and names ${(mtaSts.mx ?? []).map(printable).join(', ')}; mail goes to ${left.map(printable).join(', ')}.`,
            },
          },
        ];
      const faults = [
        ...(mtaSts.state === 'faulty'
          ? [`_mta-sts.${domain}: ${printable(mtaSts.problem ?? mtaSts.record ?? 'it cannot be read')}`]
          : []),
        ...(tlsReporting.state === 'faulty' ? [`_smtp._tls.${domain}: ${printable(tlsReporting.record ?? '')}`] : []),
        ...(bimi.state === 'faulty' ? [`default._bimi.${domain}: ${printable(bimi.record ?? '')}`] : []),
      ];
      return faults.length === 0
        ? []
        : [
            {
              key: `${domain} faulty`,
              where: { host: domain, record: 'TXT' },
              proof: { kind: 'record' as const, text: faults.join('\n') },
            },
          ];
    }),
  fix: ({ where }) => ({
    steps: [
      'Let the file at https://mta-sts.<domain>/.well-known/mta-sts.txt name every MX host, served without a redirect and with a valid certificate.',
      'After each change of the file, change the id in the record at _mta-sts.',
    ],
    verify: `curl -s https://mta-sts.${where.host}/.well-known/mta-sts.txt; ${dig(where.host ?? '', 'MX')}`,
  }),
});
