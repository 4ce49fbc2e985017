import { isGood } from '../access/answers.ts';
import { isStaffs } from '../access/people.ts';
import { idsIn, leavesOf, listIn } from '../access/json.ts';
import { isHidden } from '../access/operations.ts';
import { windowsOn } from '../access/readback.ts';
import { aThing, between } from '../access/report.ts';
import type { Survey } from '../access/survey.ts';
import { foreignIn } from '../access/secrets-of.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import { leakCell } from './matrix.ts';

const TRICKS: readonly Readonly<Record<string, string>>[] = [
  { status: 'draft' },
  { state: 'draft' },
  { published: 'false' },
  {
    drafts: 'true',
    includeDrafts: 'true',
    include_unpublished: 'true',
    all: 'true',
    showAll: '1',
    deleted: 'true',
    hidden: 'true',
  },
  { status: 'all' },
  { visibility: 'private' },
];

/** Values of an unpublished object's own state, so that the app's own word is tried: `status=pending`. */
const ownTricks = (kept: readonly Resource[], seen: Survey): Readonly<Record<string, string>>[] => {
  const words = new Set<string>();
  for (const { viewer, answer } of seen.sights) {
    if (viewer === null || !isGood(answer) || !kept.some(({ id }) => answer.text.includes(id))) continue;
    for (const { name, value } of leavesOf(answer.json)) {
      if (
        /^(?:status|state|visibility)$/i.test(name) &&
        typeof value === 'string' &&
        /^[\w-]{2,30}$/.test(value) &&
        !/publish|active|public|paid|done|complete/i.test(value)
      ) {
        words.add(`${name}=${value}`);
      }
    }
  }
  return [...words].slice(0, 4).map((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return { [name]: value };
  });
};

/** Asks public lists for what is not public by the filters that are usual: drafts above all. */
export const filterTricks = async (context: ProbeContext, seen: Survey): Promise<Said[]> => {
  const kept = context.resources.all().filter(({ public: isPublic, id }) => !isPublic && id.length >= 8);
  const open = seen.sights.filter(
    ({ operation, viewer, answer }) =>
      viewer === null &&
      isGood(answer) &&
      listIn(answer.json) !== undefined &&
      !isHidden(operation) &&
      !isStaffs(context, operation) &&
      operation.declared !== 'protected',
  );
  if (open.length === 0) return [];
  const tricks = [...TRICKS, ...ownTricks(kept, seen)];
  const said = await Promise.all(
    open.slice(0, 12).map(async ({ operation, url, answer: usual }): Promise<Said[]> => {
      if (!isGood(usual)) return [];
      for (const trick of tricks) {
        const address = new URL(url);
        for (const [name, value] of Object.entries(trick)) address.searchParams.set(name, value);
        const answer = await context.send({ method: 'GET', url: address.href }, { as: null, mode: 'read' });
        if (!isGood(answer)) continue;
        const before = new Set(idsIn(usual.json));
        const shown = kept.find(({ id }) => !before.has(id) && idsIn(answer.json).includes(id));
        const [secret] = foreignIn(context, answer.text, null).filter(({ value }) => !usual.text.includes(value));
        const owner = shown?.owner ?? secret?.owner;
        if (owner === undefined) continue;
        // What nobody may read by its own address, without any trick, is public.
        if (shown !== undefined && secret === undefined && (await windowsOn(context, null, shown)).length > 0) continue;
        const words = address.searchParams.toString();
        context.cells.push(leakCell(operation.id, 'nobody', answer.status, answer.exchange));
        const text = `With ${words} the public list holds ${shown === undefined ? 'what' : `${aThing(shown.type)} that`} ${owner} has not published.`;
        return [
          say(
            operation.id,
            'confirmed',
            text,
            [usual, answer],
            between(null, { name: owner }, { filter: words.slice(0, 100) }),
          ),
        ];
      }
      return [];
    }),
  );
  return said.flat();
};
