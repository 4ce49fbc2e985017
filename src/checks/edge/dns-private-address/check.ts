import { defineCheck } from '../../../model/check.ts';
import { listed } from '../../secrets/environment/words.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';

export default defineCheck({
  id: 'edge/dns-private-address',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Public names lead to public addresses',
    fail: 'A public name leads to an address of a private network',
  },
  why: 'Nobody outside reaches it, it shows how the inside is laid out, and in a foreign network it leads to somebody else’s machine.',
  references: ['RFC 1918', 'RFC 6890', 'CWE-200'],
  needs: ['edge.dns'],
  evaluate: ({ 'edge.dns': { names } }) => {
    const found = names.filter(({ end }) => end === 'found');
    if (found.length === 0) return 'not-applicable';
    // A world of its own, as for a trial: then none is public, and that says nothing.
    if (found.every(({ inside, addresses }) => inside.length === addresses.length)) return [];
    return found
      .filter(({ inside }) => inside.length > 0)
      .map(({ host, inside }) => ({
        key: host,
        title: `${printable(host)} leads to ${listed(inside, 3)}`,
        where: { host, record: 'A' },
        proof: { kind: 'record' as const, text: inside.map((address) => `${printable(host)} A ${address}`).join('\n') },
      }));
  },
  fix: ({ where }) => ({
    steps: ['Take the record out of public DNS; names of the inside belong into a resolver of the inside.'],
    verify: dig(where.host ?? '', 'A'),
  }),
});
