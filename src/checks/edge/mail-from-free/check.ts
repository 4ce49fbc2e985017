import { defineCheck } from '../../../model/check.ts';
import { eachAddress } from '../mail/senders.ts';

export default defineCheck({
  id: 'edge/mail-from-free',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'The app sends from a domain of its own',
    fail: 'The app sends from a mailbox of a free mail service',
  },
  why: 'Whoever runs that domain tells receivers to distrust what does not come from its own servers: order mails and password links land in spam or are refused.',
  references: ['RFC 9989 4.4', 'https://support.google.com/a/answer/81126'],
  needs: ['edge.from'],
  evaluate: ({ 'edge.from': senders }) => {
    if (senders.length === 0) return 'not-applicable';
    const free = senders.filter(({ kind, as }) => kind === 'free' && as !== 'default');
    return eachAddress(free, ({ domain, as, by }) => ({
      // By the mailbox's own server it arrives, a few hundred a day; by anybody else it does not.
      severity: as === 'fallback' ? 'low' : by.length === 0 ? 'medium' : 'high',
      text: `${by.length === 0 ? 'Nothing but the servers' : `${by.join(', ')} cannot sign for it: nothing but the servers`} of ${domain} can prove mail from there.`,
    }));
  },
  fix: () => ({
    steps: [
      'Take an address of your own domain, such as orders@ or hello@, and let answers go to your mailbox by Reply-To.',
      'Publish what your mail provider asks for: `npx launch-ready mail <your domain> --code .` lists it.',
    ],
    verify: 'npx launch-ready mail <your domain> --code .',
  }),
});
