import { defineCheck } from '../../../model/check.ts';
import { plural } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/auth-model',
  stage: 'audit',
  bar: ['M1', 'M10'],
  severity: 'info',
  effort: 'hour',
  title: {
    pass: 'The code was seen to ask who is calling',
    fail: 'The code was not seen to ask who is calling',
  },
  why: 'Where no guard is recognised at all, nothing can be said of what is missing, and silence would look like safety.',
  references: ['OWASP API2:2023', 'ASVS 5.0 8.1.1'],
  needs: ['code.endpoints', 'code.coverage'],
  evaluate: ({ 'code.endpoints': endpoints, 'code.coverage': { authModel } }) => {
    if (authModel === 'not needed' || endpoints.length === 0) return 'not-applicable';
    if (authModel === 'recognised') return [];
    const touching = endpoints.filter(({ accesses }) => accesses.length > 0).length;
    return {
      unproven: `${plural(touching, 'endpoint')} of ${endpoints.length} ${touching === 1 ? 'reads or writes' : 'read or write'} stored data, and none was seen to ask who is calling: either nothing does, or it is done in a way that was not recognised`,
      unlock:
        'If a gateway in front asks, answer for that with a waiver for M1 and M10. If the app asks, run it and give two accounts under boundary in launch-ready.config: the probes then show what strangers reach.',
    };
  },
  fix: () => ({ steps: ['Give what the reason names.'], verify: 'npx launch-ready --only audit/auth-model' }),
});
