import { defineCheck } from '../../../model/check.ts';
import type { Endpoint } from '../../../model/evidence/code.ts';
import { asksSecret, asksWho } from '../../../model/judge/peers.ts';
import { wordsOfEndpoint } from '../../../model/judge/roles-of-paths.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { named } from '../judged.ts';

const ADMIN = new Set(['admin', 'admins', 'administrator', 'superadmin', 'backoffice', 'moderation']);
/** Doors of the admin area itself. */
const DOOR = new Set(['login', 'signin', 'logout', 'signout', 'session', 'me', 'register', 'callback', 'verify']);

const isAdmins = (endpoint: Endpoint): boolean => {
  const words = wordsOfEndpoint(endpoint);
  return words.some((word) => ADMIN.has(word)) && !words.some((word) => DOOR.has(word));
};

const asksRole = ({ guards, accesses }: Endpoint): boolean =>
  guards.some(({ kind }) => kind === 'role' || kind === 'owner' || kind === 'tenant') ||
  accesses.some(({ bound }) => bound !== undefined);

/** A guard that only its name tells of may ask for more than a login. */
const isFollowed = ({ guards, unresolved, confidence }: Endpoint): boolean =>
  unresolved.length === 0 &&
  confidence === 'certain' &&
  guards.every(({ kind, certain }) => kind !== 'session' || certain);

export default defineCheck({
  id: 'audit/admin-without-role',
  stage: 'audit',
  bar: ['M11'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'The admin area asks for a role', fail: 'Any user reaches what is meant for admins' },
  why: 'A customer who types an admin address sees all orders and people, or changes them: a login is not a role.',
  references: ['CWE-862', 'OWASP API5:2023', 'ASVS 5.0 8.2.1'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    // Pages stand behind layouts, which are endpoints of their own.
    const admins = endpoints.filter((one) => one.kind !== 'page' && isAdmins(one) && one.accesses.length > 0);
    if (admins.length === 0) return 'not-applicable';
    const asking = admins.filter(asksRole);
    const open = admins.filter((one) => asksWho(one) && !asksRole(one) && !asksSecret(one) && isFollowed(one));
    // Where none of them asks for a role it may be asked for by a way that was not recognised: what others do settles it.
    if (asking.length === 0) return [];
    return open.map((one) => ({
      key: one.id,
      where: { path: one.at.path, line: one.at.line },
      proof: {
        kind: 'code',
        text: `${printable(one.id)} asks for a login and for no role. ${plural(asking.length, 'other')} of the admin area ${asking.length === 1 ? 'asks' : 'ask'} for one: ${named(asking.map(({ id }) => id))}.`,
      },
    }));
  },
  fix: () => ({
    steps: [
      'Put the role guard of its neighbours in front of it, or in front of the whole router, so that none can be forgotten.',
      'Answer 403 to whoever has an account and not the role, and write a test in which a customer tries.',
    ],
    verify: 'npx launch-ready --only audit/admin-without-role',
  }),
});
