import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { isStaffs } from './people.ts';
import { isAccountDoor, isHidden, isRemoval, namesIn, pathNames, tailOf } from './operations.ts';
import { withPages } from './twins.ts';

/** What a write to an object is: of the object, of something on it, or a step. */
export type WriteKind = 'update' | 'delete' | 'action' | 'child';

const ITEM = /\}\/?$/;
/** Nouns one adds things to; verbs are what is left. */
const PLURAL = /(?:[^s]s|data|media|children|people)$/i;
const NO_VERBS =
  /^(?:address|process|access|pass|dismiss|progress|discuss|express|press|harass|bypass|suppress|compress|unpress)$/i;

export const kindOfWrite = ({ method, path }: Operation): WriteKind | undefined => {
  if (pathNames(path).length === 0) return undefined;
  if (method === 'DELETE') return 'delete';
  if (method === 'PATCH' || method === 'PUT') return 'update';
  if (method !== 'POST') return undefined;
  if (ITEM.test(path)) return 'update';
  const tail = tailOf(path)?.split('/').at(-1) ?? '';
  if (isRemoval(path)) return 'delete';
  if (/^(?:edit|update)$/i.test(tail)) return 'update';
  return PLURAL.test(tail) && !NO_VERBS.test(tail) ? 'child' : 'action';
};

/** A line of one's own, named by somebody else's thing: of the cart, the wish list. */
const OWN_LINES = /^(?:me|my|carts?|baskets?|bag|wish-?lists?|favou?rites?|bookmarks?|saved|follow(?:s|ing)?|likes?)$/i;
export const isOwnLine = ({ path }: Operation): boolean => {
  const [first = ''] = namesIn(path);
  return (
    OWN_LINES.test(first) &&
    pathNames(path).length === 1 &&
    !path.split('/').some((part, index, all) => part.includes('{') && OWN_LINES.test(all[index - 1] ?? ''))
  );
};

/** What people do with each other's things, which shows on those: `/articles/{slug}/favorite`, `/users/{id}/follow`. */
const SOCIAL =
  /^(?:un|dis|de)?[-_]?(?:favou?rites?|favs?|likes?|loves?|stars?|claps?|applaud|follow(?:s|ing|ers?)?|subscribe|watch(?:ers)?|bookmarks?|(?:up|down)?[-_]?votes?|reactions?|react|report|flag|repost|views?|impressions?|clicks?)$/i;
export const isSocial = ({ path }: Operation): boolean => {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.length > 2 && SOCIAL.test(parts.at(-1) ?? '') && pathNames(path).length > 0;
};

/** Writes on objects that are not the staff's, by kind. */
export const objectWrites = (context: ProbeContext, kind: WriteKind): Operation[] =>
  withPages(context.operations).filter(
    (operation) =>
      kindOfWrite(operation) === kind &&
      !isAccountDoor(operation) &&
      !isHidden(operation) &&
      !isOwnLine(operation) &&
      !isSocial(operation) &&
      !isStaffs(context, operation),
  );
