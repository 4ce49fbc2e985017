import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'edge/address-moved',
  stage: 'edge',
  bar: [],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'The settings name the address at which people end up',
    fail: 'The settings name another address than the one at which people end up',
  },
  why: 'Sign-in goes to one host and comes back to another without its cookie, links in mails take a detour, and providers compare the address letter by letter.',
  references: ['RFC 6749 3.1.2.2', 'RFC 9700 2.1', 'https://next-auth.js.org/configuration/options#nextauth_url'],
  needs: ['edge.code'],
  evaluate: ({ 'edge.code': { named, moved } }) =>
    named === 0
      ? 'not-applicable'
      : moved.map(({ host, at, status, to }) => ({
          key: host,
          title: `The settings name ${printable(host)}, and people end up at ${printable(to)}`,
          where: { host, path: at.path, line: at.line },
          proof: {
            kind: 'exchange' as const,
            text: `${printable(at.path)}:${at.line} names https://${printable(host)}/\nGET https://${printable(host)}/ → ${status} to ${printable(to)}`,
          },
          data: { to },
        })),
  fix: ({ where, data }) => {
    const to = printable((data as { to: string }).to);
    return {
      steps: [
        `Set the address in the settings to https://${to}, at the host too; and in the consoles of those who sign your users in and of the payment provider.`,
        'Or turn the redirect round, if the other address is the one that you want.',
      ],
      verify: `curl -sI https://${printable(where.host ?? '')}/`,
    };
  },
});
