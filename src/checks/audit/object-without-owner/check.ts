import { defineCheck } from '../../../model/check.ts';
import { plural } from '../../secrets/leak/text.ts';
import { defectOf, doneWith, judgedAs, named } from '../judged.ts';

export default defineCheck({
  id: 'audit/object-without-owner',
  stage: 'audit',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'What is reached by an id belongs to who asks',
    fail: 'Any user can reach what belongs to others by its id',
  },
  why: 'A customer who changes one id in a request reads, changes or deletes what belongs to another. It is the most common serious flaw of web APIs.',
  references: ['CWE-639', 'OWASP API1:2023', 'ASVS 5.0 8.2.2'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    if (endpoints.length === 0) return 'not-applicable';
    return judgedAs(endpoints, 'owner').map((one) => {
      const { access, peers, ids } = one;
      const owning = [...new Set([...peers.owningWrites, ...peers.owningReads])];
      const others =
        owning.length > 0
          ? ` ${plural(owning.length, 'other endpoint')} bind${owning.length === 1 ? 's' : ''} the same data to who asks: ${named(owning)}.`
          : ` Who made it is written down by ${named(peers.stamping)}.`;
      const isChange = access.deed === 'update' || access.deed === 'delete';
      return {
        ...defectOf(one, `${named(ids)} ${doneWith(access)}. It asks for a login, not whose it is.${others}`),
        // That others bind the same data to its owner says that it has one.
        severity: isChange && owning.length > 0 ? ('blocker' as const) : ('high' as const),
      };
    });
  },
  fix: () => ({
    steps: [
      'Put who asks into the condition that picks the row: where: { id, userId: session.user.id }, or the tenant that the user is a member of.',
      'Where several may, load the row first, compare its owner with who asks, and answer 404 when it is not theirs.',
      'Do it in one function that every endpoint of this data goes through, and write a test in which a second user tries.',
    ],
    verify: 'npx launch-ready --only audit/object-without-owner',
  }),
});
