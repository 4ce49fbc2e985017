import { defineCheck } from '../../../model/check.ts';
import type { CodeCoverage, Endpoint } from '../../../model/evidence/code.ts';
import { judge } from '../../../model/judge/judge.ts';
import { WRITES } from '../../../model/judge/peers.ts';
import { plural, printable } from '../../secrets/leak/text.ts';

const NAMED = 4;

const some = (list: readonly string[]): string =>
  `${list.slice(0, NAMED).join('; ')}${list.length > NAMED ? `; and ${list.length - NAMED} more` : ''}`;

const gapsOf = ({ partial, unresolved }: CodeCoverage): string[] => [
  ...(partial.length === 0
    ? []
    : [
        `${plural(partial.length, 'file')} read in part or not at all: ${some(partial.map(({ path, reason }) => `${printable(path)} (${printable(reason)})`))}`,
      ]),
  ...(unresolved.length === 0
    ? []
    : [
        `${plural(unresolved.length, 'place')} where a route could not be made out: ${some(unresolved.map(({ what, at }) => `${printable(what)} at ${printable(at.path)}:${at.line}`))}`,
      ]),
];

/** Endpoints that write, of which nothing could be said because their code could not be followed. */
const unfollowed = (endpoints: readonly Endpoint[]): Endpoint[] => {
  const judgements = judge(endpoints);
  return endpoints.filter(
    (one) =>
      judgements.get(one.id)?.verdict === 'unknown' &&
      one.accesses.some(({ deed }) => WRITES.has(deed)) &&
      (one.unresolved.length > 0 || one.confidence === 'likely'),
  );
};

export default defineCheck({
  id: 'audit/coverage',
  stage: 'audit',
  bar: [],
  severity: 'info',
  effort: 'hour',
  title: { pass: 'The code was read and followed as a whole', fail: 'Some of the code could not be followed' },
  why: 'What was not read or followed was not looked at. One route of it is enough for the leak that all the others do not have.',
  references: ['OWASP API9:2023'],
  needs: ['code.endpoints', 'code.coverage'],
  evaluate: ({ 'code.endpoints': endpoints, 'code.coverage': coverage }) => {
    if (endpoints.length === 0 && coverage.files === 0) return 'not-applicable';
    const open = unfollowed(endpoints);
    const gaps = [
      ...gapsOf(coverage),
      ...(open.length === 0
        ? []
        : [
            `${plural(open.length, 'endpoint')} that ${open.length === 1 ? 'writes' : 'write'} stored data ${open.length === 1 ? 'was' : 'were'} not followed to the end: ${some(open.map(({ id, unresolved }) => `${printable(id)} (${printable(unresolved[0] ?? 'it is not certain that it is reached')})`))}`,
          ]),
    ];
    if (gaps.length === 0) return [];
    return {
      unproven: gaps.join('. '),
      unlock:
        'See launch-ready routes for the map, and tell what it lacks: a route in plain words instead of one that is put together at run time, a file without syntax errors. The boundary probes try what the running app has.',
    };
  },
  fix: () => ({ steps: ['Give what the reason names.'], verify: 'npx launch-ready --only audit/coverage' }),
});
