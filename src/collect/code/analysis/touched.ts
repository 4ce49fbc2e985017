import { isObjectId } from '../../../model/judge/object-id.ts';
import { bindingOf } from '../program/scope.ts';
import { ROLE_NAME } from './call-names.ts';
import { conditionsOf, type Condition } from './conditions.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { KIND, flat, has, val, type Kinds, type Val } from './kinds.ts';
import type { Touch } from './touch.ts';

/** Columns that hold a secret of whoever may: knowing it is the permission. */
const SECRET_COLUMN =
  /token|secret|hash|signature|otp|nonce|magic|(?:invit\w*|access|reset|verif\w*|confirm\w*|share|admin|public)_?(?:code|key|url|urlid|url_id)$|^code$|^key$|api_?key/i;

const OWNER_COLUMN =
  /user|owner|author|seller|buyer|customer|member|account|org|tenant|team|workspace|company|project/i;

/** How rows are picked: by whom they belong to, by a secret, or by what the caller chose. */
export const pickedBy = (
  conditions: readonly Condition[],
): { own: boolean; mine: boolean; keyed: boolean; chosen: Condition[] } => ({
  mine: conditions.some(
    ({ column = '', kinds }) =>
      has(kinds, KIND.PRINCIPAL | KIND.OWN) || (has(kinds, KIND.CONTEXT) && OWNER_COLUMN.test(column)),
  ),
  own: conditions.some(({ kinds }) => has(kinds, KIND.PRINCIPAL | KIND.OWN | KIND.CONTEXT)),
  keyed: conditions.some(
    ({ column, kinds }) =>
      has(kinds, KIND.KEYED) ||
      (column !== undefined && SECRET_COLUMN.test(column) && has(kinds, KIND.INPUT | KIND.HEADER)),
  ),
  chosen: conditions.filter(({ kinds }) => has(kinds, KIND.INPUT | KIND.HEADER | KIND.PICKED)),
});

const PEOPLE = /^(?:users?|accounts?|profiles?|sessions?|members?|customers?|sellers?)$/i;

const CREDENTIALS = /session|user|account|auth/i;

/** Libraries whose verbs take an id by itself: `findById(id)`, `repository.delete(id)`. */
const BY_ID = new Set(['mongoose', 'sequelize', 'typeorm', 'mongodb']);

/** Writes a touch of stored data down, and gives what it reads. */
export const touched = (of: Evaluator, touch: Touch, frame: Frame, rls: boolean): Val => {
  const apart = (list: Touch['where'], first?: string): Condition[] =>
    conditionsOf(
      list,
      (e) => of.eval(e, frame),
      (id) => frame.m.fns[id]?.body ?? [],
      (name) => {
        const binding = bindingOf(frame.m, frame.fn, name);
        return binding?.b === 'value' && binding.path.length === 0 && binding.many !== true ? binding.e : undefined;
      },
      first,
    );
  const conditions = apart(touch.where, BY_ID.has(touch.by) ? 'id' : undefined);
  const written = apart(touch.data);
  const all = (list: readonly Condition[]): Kinds => list.reduce((kinds, one) => kinds | one.kinds, 0);
  const where = all(conditions);
  of.happened.push({
    h: 'touch',
    touch,
    where,
    data: all(written),
    conditions,
    written,
    m: frame.m,
    maybe: frame.maybe > 0,
    rls,
  });
  // The row comes with what it has of who asks; the code then looks whether there is any.
  if ((touch.beside ?? []).some((e) => has(flat(of.eval(e, frame)), KIND.PRINCIPAL)))
    of.happened.push({ h: 'compared', m: frame.m, at: touch.at });
  // A function of the database that says what who asks may do: `rpc('is_admin')`.
  if (touch.deed === 'call' && ROLE_NAME.test(touch.model)) return val(KIND.PRINCIPAL | KIND.ROLE);
  const { own, keyed, chosen } = pickedBy(conditions);
  if (own)
    // Looking up the user by who asks is finding out who asks.
    return val(
      KIND.ROW |
        KIND.OWN |
        (chosen.length > 0 ? KIND.TIED : 0) |
        (has(where, KIND.PRINCIPAL | KIND.OWN) && PEOPLE.test(touch.model) ? KIND.PRINCIPAL : 0),
    );
  // Found by a header alone, as sessions and tokens are: that is who asks.
  const byHeader = has(where, KIND.HEADER) && !has(where, KIND.INPUT);
  if (byHeader) return val(KIND.ROW | KIND.KEYED | (CREDENTIALS.test(touch.model) ? KIND.PRINCIPAL : 0));
  if (keyed) return val(KIND.ROW | KIND.KEYED);
  if (chosen.length === 0 && touch.deed !== 'create') return val(KIND.ROW | KIND.STATE);
  const isPicked =
    !rls && chosen.some(({ column, kinds }) => has(kinds, KIND.PICKED) || (column !== undefined && isObjectId(column)));
  return val(KIND.ROW | (isPicked ? KIND.PICKED : 0));
};
