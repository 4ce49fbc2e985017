import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { placeOf, reachedBy } from '../flows.ts';

export default defineCheck({
  id: 'audit/token-not-verified',
  stage: 'audit',
  bar: ['M1'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Tokens are verified before their claims count',
    fail: 'A token is believed without a look at its signature',
  },
  why: 'Anybody can write such a token in a minute, with the id or the address of somebody else in it: reset their password, take their account, be an admin.',
  references: ['CWE-347', 'ASVS 5.0 9.1.1', 'RFC 8725 2.1', 'CVE-2025-59934'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    if (endpoints.length === 0) return 'not-applicable';
    return reachedBy(endpoints, 'claims').map(({ flow, ids }) => ({
      key: `${flow.at.path} ${flow.what} ${flow.decides?.what ?? ''}`,
      where: placeOf(flow),
      proof: {
        kind: 'code',
        text: `${printable(flow.what)} takes apart the token that the caller of ${ids.join(', ')} sends, and nothing on the way verifies it. What it says then counts for: ${printable(flow.decides?.what ?? 'who asks')}${flow.decides === undefined ? '' : ` (${printable(flow.decides.at.path)}:${flow.decides.at.line})`}.`,
        ...(flow.frame === undefined ? {} : { frame: flow.frame }),
      },
    }));
  },
  fix: () => ({
    steps: [
      'Verify instead of decoding: jwtVerify(token, key, { algorithms: [...] }) of jose, or jwt.verify(token, key, { algorithms: [...] }) of jsonwebtoken; use only what it gives back.',
      'For tokens of a provider (Google, Apple, Auth0), verify against its published keys: createRemoteJWKSet of jose, with issuer and audience.',
      'Treat tokens that were sent out so far as open: end sessions that started through them, and send reset links anew.',
    ],
    verify: 'npx launch-ready --only audit/token-not-verified',
  }),
});
