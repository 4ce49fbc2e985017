import { defineCheck } from '../../../model/check.ts';
import type { Endpoint } from '../../../model/evidence/code.ts';
import { placeOf, reachedBy } from '../flows.ts';

/** Who shows a secret of the app, or a signature, is the app's own or somebody whom it trusts. */
const isForStrangers = ({ guards }: Endpoint): boolean =>
  !guards.some(({ kind, certain }) => certain && (kind === 'shared-secret' || kind === 'signature'));

export default defineCheck({
  id: 'audit/server-side-request',
  stage: 'audit',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'The server goes to no address that callers choose',
    fail: 'The server fetches any address that a caller names',
  },
  why: 'The server stands where strangers do not: beside the database, the cloud’s metadata with its keys, other people’s machines. It would read them out to whoever asks.',
  references: ['CWE-918', 'OWASP API7:2023', 'ASVS 5.0 1.3.6'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    if (endpoints.length === 0) return 'not-applicable';
    return reachedBy(endpoints.filter(isForStrangers), 'fetch').map(({ flow, ids }) => ({
      key: `${flow.at.path} ${flow.what}`,
      where: placeOf(flow),
      proof: {
        kind: 'code',
        text: `${flow.what} goes to an address that the caller of ${ids.join(', ')} sends, and nothing in between looks at its host.`,
        ...(flow.frame === undefined ? {} : { frame: flow.frame }),
      },
    }));
  },
  fix: () => ({
    steps: [
      'Where few hosts are meant, compare new URL(value).host with a list in the code, and allow https: only.',
      'Where any host is meant, resolve the name first, refuse loopback, private and link-local addresses (169.254.169.254 too), connect to the address that was checked, and follow no redirect without the same check.',
      'Limit size, time and content type of what comes back.',
    ],
    verify: 'npx launch-ready --only audit/server-side-request',
  }),
});
