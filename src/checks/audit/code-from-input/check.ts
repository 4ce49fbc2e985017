import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { placeOf, reachedBy } from '../flows.ts';

export default defineCheck({
  id: 'audit/code-from-input',
  stage: 'audit',
  bar: ['M1'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'Nothing that callers send is run', fail: 'The server runs what callers send' },
  why: 'Whoever finds the field owns the server: its keys, its database, everything that it may reach.',
  references: ['CWE-94', 'CWE-78', 'ASVS 5.0 1.2.5', 'ASVS 5.0 1.3.2', 'OWASP A03:2021'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    if (endpoints.length === 0) return 'not-applicable';
    return reachedBy(endpoints, 'code').map(({ flow, ids }) => ({
      key: `${flow.at.path} ${flow.what}`,
      where: placeOf(flow),
      proof: {
        kind: 'code',
        text: `${printable(flow.what)} runs a text with what the caller of ${ids.join(', ')} sends in it.`,
        ...(flow.frame === undefined ? {} : { frame: flow.frame }),
      },
    }));
  },
  fix: () => ({
    steps: [
      'Programs: execFile("convert", [file, "-resize", size]) instead of exec: arguments are handed on one by one and no shell reads them. Choose options from a list in the code, and put "--" before names.',
      'JavaScript: never eval, new Function or vm for what comes from outside; vm is no fence. A calculator or a rule wants a parser of its own.',
    ],
    verify: 'npx launch-ready --only audit/code-from-input',
  }),
});
