import { defineCheck } from '../../../model/check.ts';
import { eachAddress } from '../mail/senders.ts';
import { listed } from '../../secrets/environment/words.ts';

export default defineCheck({
  id: 'edge/mail-from-foreign',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'Mail of the app proves itself for the domain that it bears',
    fail: 'The app sends in the name of a domain that does not know its mail provider',
  },
  why: 'An address that was left over from a template, or a domain that was never set up at the provider: what it sends is refused or lands in spam.',
  references: ['RFC 9989 4.4', 'https://support.google.com/a/answer/81126'],
  needs: ['edge.from'],
  evaluate: ({ 'edge.from': senders }) => {
    const foreign = senders.filter(
      ({ kind, as, exists }) => kind === 'foreign' && as !== 'default' && exists === 'yes',
    );
    if (foreign.length === 0) return senders.length === 0 ? 'not-applicable' : [];
    const lost = foreign.filter(({ proven }) => proven === 'no');
    const defects = eachAddress(lost, ({ domain, by, policy = 'none', as }) => ({
      severity: as === 'fallback' ? 'low' : policy === 'none' ? 'medium' : 'high',
      text: `DNS of ${domain} has neither a key nor an SPF record for ${listed(by)}; its DMARC policy says ${policy === 'none' ? 'nothing of such mail' : `to ${policy} such mail`}.`,
    }));
    const open = foreign.filter(({ proven, as }) => proven === 'unknown' && as !== 'fallback');
    return open[0] === undefined
      ? defects
      : {
          unproven: `The app sends from ${[...new Set(open.map(({ domain }) => domain))].slice(0, 5).join(', ')}, which is not among the domains under review`,
          unlock:
            'If it is yours, name it under edge.mail.domains in launch-ready.config; if it was left over from a template, put your own address there.',
          defects,
        };
  },
  fix: () => ({
    steps: [
      'If the domain is not yours, put an address of your own there.',
      'If it is, set it up at your mail provider and publish what it asks for: `npx launch-ready mail <that domain> --code .` lists it.',
    ],
    verify: 'npx launch-ready mail <that domain> --code .',
  }),
});
