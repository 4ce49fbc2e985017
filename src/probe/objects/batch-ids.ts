import { isGood, isHtml } from '../access/answers.ts';
import { idsIn, listIn, partOf, sameJson, tellingValues } from '../access/json.ts';
import { isHidden, nounOf } from '../access/operations.ts';
import { isStaff, isStaffs } from '../access/people.ts';
import { between, whoIs } from '../access/report.ts';
import { foreignIn } from '../access/secrets-of.ts';
import type { Sight, Survey } from '../access/survey.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { isPrivateThing } from '../values/names.ts';
import { leakCell } from './matrix.ts';

const MOST_LISTS = 16;

/** Pure: the usual ways to ask a list for some of its rows by their ids. */
export const withIds = (url: string, noun: string, ids: readonly string[]): { how: string; url: string }[] => {
  const made = (pairs: readonly (readonly [string, string])[]): string => {
    const address = new URL(url);
    for (const [name, value] of pairs) address.searchParams.append(name, value);
    return address.href;
  };
  const joined = ids.join(',');
  const word = noun.replaceAll(/\W+/g, '');
  return [
    { how: 'ids', url: made([['ids', joined]]) },
    { how: 'id, twice', url: made(ids.map((id) => ['id', id])) },
    {
      how: 'several names',
      url: made([
        ...ids.map((id) => ['ids[]', id] as const),
        [`${word}Ids`, joined],
        [`${word}_ids`, joined],
        ['filter[id]', joined],
        ['id__in', joined],
      ]),
    },
  ];
};

/** A row of few people's that the victim's own list shows, the same in the attacker's answer. */
const sameRow = ({ resources }: ProbeContext, noun: string, answer: Answer, theirs: Answer, id: string): boolean => {
  if (!isGood(answer) || !isGood(theirs) || !isPrivateThing(noun)) return false;
  if (resources.all().some((one) => one.id === id && one.public)) return false;
  const row = partOf(theirs.json, id);
  return row !== undefined && tellingValues(row).size >= 3 && sameJson(row, partOf(answer.json, id));
};

const tryList = async (
  context: ProbeContext,
  mine: Sight,
  theirs: Sight,
  attacker: Actor,
  victim: Actor,
): Promise<Said | undefined> => {
  const { operation, url, answer: usual } = mine;
  if (!isGood(usual) || !isGood(theirs.answer)) return undefined;
  const before = new Set(idsIn(usual.json));
  const foreign = idsIn(theirs.answer.json)
    .filter((id) => !before.has(id))
    .slice(0, 3);
  const [id] = foreign;
  if (id === undefined) return undefined;
  const own = idsIn(usual.json).slice(0, 1);
  const noun = nounOf(operation.path);
  for (const { how, url: address } of withIds(url, noun, [...own, ...foreign])) {
    const answer = await context.send({ method: 'GET', url: address }, { as: attacker, mode: 'read', upsets: true });
    if (!isGood(answer)) continue;
    const secret = foreignIn(context, answer.text, attacker).find(
      ({ owner, value }) => owner === victim.name && !usual.text.includes(value),
    );
    if (secret === undefined && !foreign.some((one) => sameRow(context, noun, answer, theirs.answer, one))) continue;
    context.cells.push(leakCell(operation.id, attacker.role, answer.status, answer.exchange));
    return say(
      operation.id,
      'confirmed',
      `Asked for rows by their ids (${how}), an own one among them, the list gave ${whoIs(attacker)} those of ${victim.name} too.`,
      [theirs.answer, usual, answer],
      between(attacker, victim, { filter: how }),
    );
  }
  return undefined;
};

/** Asks lists that differ from person to person for own rows and others' by their ids. Says only what it could show. */
export const batchIds = async (context: ProbeContext, seen: Survey): Promise<Said[]> => {
  const lists = seen.sights.filter(
    ({ operation, viewer, answer }) =>
      viewer !== null &&
      !isStaff(viewer) &&
      isGood(answer) &&
      !isHtml(answer) &&
      listIn(answer.json) !== undefined &&
      !isGood(seen.as(operation, null)) &&
      !isHidden(operation) &&
      !isStaffs(context, operation),
  );
  const pairs = new Map(context.actors.pairs().map((pair) => [pair[0].role, pair])).values();
  const trials = [...pairs].flatMap(([victim, attacker]) =>
    lists.flatMap((theirs) => {
      const mine = lists.find(({ operation, viewer }) => operation === theirs.operation && viewer === attacker);
      return theirs.viewer === victim && mine !== undefined ? [{ mine, theirs, attacker, victim }] : [];
    }),
  );
  const said = await Promise.all(
    trials
      .slice(0, MOST_LISTS)
      .map(({ mine, theirs, attacker, victim }) => tryList(context, mine, theirs, attacker, victim)),
  );
  return said.filter((one) => one !== undefined);
};
