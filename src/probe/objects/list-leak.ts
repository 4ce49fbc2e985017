import { isGood, isTable, told, isSilent } from '../access/answers.ts';
import { isStaff, isStaffs, mayKnow } from '../access/people.ts';
import { idsIn, listIn } from '../access/json.ts';
import { isHidden, nounOf } from '../access/operations.ts';
import { aThing, between, settleSubjects, whoIs } from '../access/report.ts';
import { foreignIn, isPersonal } from '../access/secrets-of.ts';
import { survey, type Sight, type Survey } from '../access/survey.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Canary, Resource } from '../contract/resource.ts';
import { isPrivateThing } from '../values/names.ts';
import { batchIds } from './batch-ids.ts';
import { describedBatches } from './described-batches.ts';
import { filterTricks } from './filter-tricks.ts';
import { leakCell } from './matrix.ts';

const SESSIONS = /^(?:session|device|login)$/;

/** Pure: which canaries of a list make it a leak of the list. Contact data of people within one's own rows are another matter. */
export const leaksOf = (foreign: readonly Canary[], nobody: boolean): readonly Canary[] =>
  foreign.filter((canary) => !isPersonal(canary) && !(nobody && canary.public));

/** A private thing that we made as others, whose id stands in the list. */
const foreignRow = (context: ProbeContext, text: string, viewer: Actor): Resource | undefined =>
  context.resources
    .all()
    .find(
      (one) =>
        one.ours &&
        !one.public &&
        one.id.length >= 12 &&
        isPrivateThing(one.type) &&
        !mayKnow(viewer, one, context) &&
        text.includes(one.id),
    );

const isOpenToNobody = (seen: Survey, { operation }: Sight): boolean => isGood(seen.as(operation, null));

const judgeSight = (context: ProbeContext, seen: Survey, sight: Sight): Said => {
  const { operation, viewer, answer } = sight;
  const subject = operation.id;
  if (isSilent(answer)) return say(subject, 'inconclusive', `The list ${told(answer)}.`, [answer], between(viewer));
  if (!isGood(answer)) return say(subject, 'refuted', `The list ${told(answer)}.`, [answer], between(viewer));
  const leaks = leaksOf(foreignIn(context, answer.text, viewer), viewer === null);
  const [leak] = leaks;
  const row = leak === undefined && viewer !== null ? foreignRow(context, answer.text, viewer) : undefined;
  if (row !== undefined && !isOpenToNobody(seen, sight)) {
    context.cells.push(leakCell(subject, viewer?.role ?? 'nobody', answer.status, answer.exchange));
    const text = `The list that ${whoIs(viewer)} gets holds ${aThing(row.type)} of ${row.owner}, which this run made and of which ${whoIs(viewer)} is no party.`;
    return say(
      subject,
      'confirmed',
      text,
      [seen.as(operation, context.actors.named(row.owner) ?? null), answer],
      between(viewer, { name: row.owner }),
    );
  }
  if (leak === undefined)
    return say(
      subject,
      'refuted',
      `Nothing private of others was in the list of ${whoIs(viewer)}.`,
      [answer],
      between(viewer),
    );
  const control = seen.as(operation, context.actors.named(leak.owner) ?? null);
  context.cells.push(leakCell(subject, viewer?.role ?? 'nobody', answer.status, answer.exchange));
  return say(
    subject,
    'confirmed',
    `The list that ${whoIs(viewer)} gets holds what ${leak.owner} had written privately (${leak.place}).`,
    [control, answer],
    between(viewer, { name: leak.owner }, { found: leaks.length, place: leak.place }),
  );
};

/** A login of one account shows up in the list of another one: proven by making it happen. */
const sessionsOfOthers = async (context: ProbeContext, seen: Survey): Promise<Said[]> => {
  const lists = seen.sights.filter(
    ({ operation, viewer, answer }) =>
      viewer !== null && !isStaff(viewer) && SESSIONS.test(nounOf(operation.path)) && isGood(answer),
  );
  const [pair] = context.actors
    .pairs()
    .filter(
      ([victim, attacker]) =>
        lists.some(({ viewer }) => viewer === victim) && lists.some(({ viewer }) => viewer === attacker),
    );
  if (pair === undefined) return [];
  const [victim, attacker] = pair;
  const said: Said[] = [];
  for (const { operation, url } of lists.filter(({ viewer }) => viewer === attacker).slice(0, 2)) {
    const read = (as: Actor) => context.send({ method: 'GET', url }, { as, mode: 'read' });
    const [mine, theirs] = [await read(attacker), await read(victim)];
    if (!isGood(mine) || !isGood(theirs)) continue;
    const shared = idsIn(theirs.json).filter((id) => idsIn(mine.json).includes(id));
    if (shared.length === 0) {
      said.push(
        say(
          operation.id,
          'refuted',
          `No session of ${victim.name} is in the list of ${attacker.name}.`,
          [theirs, mine],
          between(attacker, victim),
        ),
      );
      continue;
    }
    const text = `${shared.length} sessions stand in the lists of both ${victim.name} and ${attacker.name}, who are two people.`;
    context.cells.push(leakCell(operation.id, attacker.role, mine.status, mine.exchange));
    said.push(
      say(operation.id, 'confirmed', text, [theirs, mine], between(attacker, victim, { shared: shared.length })),
    );
  }
  return said;
};

export const listLeak = makeProbe({
  id: 'list-leak',
  tries: 'whether lists, searches and exports hold what belongs to others',
  mode: 'read',
  subject: 'lists',
  requests: ({ operations, actors }) =>
    operations.filter(({ method, path }) => method === 'GET' && !path.includes('{')).length * (actors.all.length + 1) +
    130,
  run: async (context) => {
    const seen = await survey(context);
    const lists = seen.sights.filter(
      ({ operation, viewer, answer }) =>
        !isHidden(operation) &&
        !isStaffs(context, operation) &&
        !(viewer !== null && isStaff(viewer)) &&
        // A declared-private list that nobody is kept from is anonymous-access.
        !(viewer === null && operation.declared === 'protected') &&
        !(operation.declared === 'protected' && isOpenToNobody(seen, { operation } as Sight)) &&
        (!isGood(answer) || listIn(answer.json) !== undefined || isTable(answer) || answer.json === undefined),
    );
    return settleSubjects([
      ...lists.map((sight) => judgeSight(context, seen, sight)),
      ...(await sessionsOfOthers(context, seen)),
      ...(await filterTricks(context, seen)),
      ...(await batchIds(context, seen)),
      ...(await describedBatches(context)),
    ]);
  },
});
