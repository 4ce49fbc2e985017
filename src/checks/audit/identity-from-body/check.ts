import { defineCheck } from '../../../model/check.ts';
import type { CodeAccess, Endpoint } from '../../../model/evidence/code.ts';
import { asksWho, modelKey } from '../../../model/judge/peers.ts';
import { isPublicByRole } from '../../../model/judge/roles-of-paths.ts';
import { printable } from '../../secrets/leak/text.ts';

/** Who did it: nobody chooses that for another. */
const ACTOR =
  /^(?:author|creator|created_?by|sender|decided_?by|approved_?by|reviewed_?by|resolved_?by|performed_?by|signed_?by)(?:_?user)?(?:_?id)?$/i;
/** Whose it is: told by the caller only where a role may act for others. */
const OWNER = /^(?:user|owner|seller|buyer|customer)_?id$/i;
/** What nobody gives themselves. */
const POWER = /^(?:is_?admin|is_?super_?user|is_?staff|permissions|balance|credits|email_?verified|is_?verified)$/i;
const PEOPLE = /^(?:users?|accounts?|profiles?|members?|customers?|sellers?)$/i;

/** Model and column, where some endpoint writes who asks into it. */
const stamped = (endpoints: readonly Endpoint[]): ReadonlySet<string> =>
  new Set(
    endpoints.flatMap(({ accesses }) =>
      accesses.flatMap(({ model, written }) => (written?.own ?? []).map((column) => `${modelKey(model)}.${column}`)),
    ),
  );

const chosen = ({ model, written }: CodeAccess, isStamped: ReadonlySet<string>): string[] =>
  (written?.columns ?? []).filter(
    (column) =>
      written?.derived?.includes(column) !== true &&
      (ACTOR.test(column) ||
        (OWNER.test(column) && isStamped.has(`${modelKey(model)}.${column}`)) ||
        (POWER.test(column) && PEOPLE.test(model))),
  );

/** Those who may act for others have been asked for a role, or for a secret. */
const actsForOthers = ({ guards }: Endpoint): boolean =>
  guards.some(
    ({ kind }) => kind === 'role' || kind === 'signature' || kind === 'shared-secret' || kind === 'capability',
  );

export default defineCheck({
  id: 'audit/identity-from-body',
  stage: 'audit',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'Who acts is taken from the session',
    fail: 'The caller says who they are, or what they may',
  },
  why: 'Whoever is logged in writes in the name of another, approves in the name of the boss, or makes themselves an admin.',
  references: ['CWE-915', 'CWE-290', 'OWASP API3:2023', 'ASVS 5.0 8.2.3'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    if (endpoints.length === 0) return 'not-applicable';
    const isStamped = stamped(endpoints);
    const found = endpoints.flatMap((endpoint) =>
      // Whoever signs up, or takes an invitation, writes the rows of somebody who is new.
      asksWho(endpoint) && !actsForOthers(endpoint) && !isPublicByRole(endpoint)
        ? endpoint.accesses.flatMap((access) => {
            const columns = access.bound?.how === 'comparison' ? [] : chosen(access, isStamped);
            return columns.length === 0 ? [] : [{ endpoint, access, columns }];
          })
        : [],
    );
    const places = Map.groupBy(found, ({ access }) => `${access.at.path}:${access.at.line}`);
    return [...places.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const { access, columns } = first;
      const ids = [...new Set(same.map(({ endpoint }) => printable(endpoint.id)))];
      return [
        {
          key: `${access.at.path} ${access.model} ${columns.join(' ')}`,
          where: { path: access.at.path, line: access.at.line },
          proof: {
            kind: 'code' as const,
            text: `${columns.map(printable).join(', ')} of ${printable(access.model)} ${columns.length === 1 ? 'is' : 'are'} what the caller of ${ids.slice(0, 4).join(', ')} sends, though who asks is known.`,
          },
        },
      ];
    });
  },
  fix: () => ({
    steps: [
      'Take it from the session: authorId: session.user.id. Leave the field out of the schema of what is sent, so that it is refused or dropped.',
      'Where somebody may act for others, ask for the role first and write down both: for whom, and who did it.',
      'List the fields that a caller may set, one by one, rather than spreading what was sent.',
    ],
    verify: 'npx launch-ready --only audit/identity-from-body',
  }),
});
