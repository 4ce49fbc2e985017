import { defineCheck } from '../../../model/check.ts';
import { plural } from '../../secrets/leak/text.ts';
import { defectOf, doneWith, judgedAs, named } from '../judged.ts';

export default defineCheck({
  id: 'audit/mutation-without-guard',
  stage: 'audit',
  bar: ['M1', 'M10'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Whatever changes data asks who it is', fail: 'Anybody can change data without logging in' },
  why: 'Whoever knows the address changes or deletes what belongs to your customers, without an account and without a trace of who it was.',
  references: ['CWE-306', 'OWASP API5:2023', 'ASVS 5.0 8.2.1'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    if (endpoints.length === 0) return 'not-applicable';
    return judgedAs(endpoints, 'guard').map((one) => {
      const { access, peers, ids } = one;
      const asking = peers.asking.length;
      const others =
        asking === 0
          ? ''
          : ` ${plural(asking, 'other endpoint')} that write${asking === 1 ? 's' : ''} the same data ask${asking === 1 ? 's' : ''} who it is: ${named(peers.asking)}.`;
      return {
        ...defectOf(one, `${named(ids)} ${doneWith(access)}, and nothing on the way asks who is calling.${others}`),
        // To let strangers add something can be meant; to let them change what is there, when others may not, cannot.
        severity: access.deed !== 'create' && asking > 0 ? ('blocker' as const) : ('high' as const),
      };
    });
  },
  fix: () => ({
    steps: [
      'Put the guard in front of it that its neighbours have: the middleware, the wrapper or the procedure that asks for a session.',
      'Then ask whose the row is: put the user’s id into the condition that picks it.',
      'If strangers are meant to come in here, ask for something only the right one has: a signed link, a token of one use, a shared secret of the machine that calls.',
    ],
    verify: 'npx launch-ready --only audit/mutation-without-guard',
  }),
});
