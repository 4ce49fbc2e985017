import { isGood } from '../actors/door.ts';
import { rowsOf, urlOf } from '../answers/routes.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { keyOf } from '../inventory/guess/items-in.ts';
import type { ShopOperations } from './shop-operations.ts';

/** Ids of what is for sale: ours and public first, then what the public lists show. */
export const thingsForSale = async (context: ProbeContext, shop: ShopOperations): Promise<string[]> => {
  const type = shop.thing.name.replace(/_?(?:id|slug)$/i, '').toLowerCase();
  const ours = context.resources
    .all()
    .filter((one) => one.public && one.type.toLowerCase() === type && one.id !== '')
    .map(({ id }) => id);
  const shown: string[] = [];
  for (const operation of shop.goods) {
    const answer = await context.send({ method: 'GET', url: urlOf(operation) }, { as: null, mode: 'read' });
    if (answer.ok && isGood(answer.status))
      shown.push(
        ...(rowsOf(answer.json) as Record<string, unknown>[])
          .filter((row) => row['inStock'] !== false && row['stock'] !== 0)
          .flatMap((row) => keyOf(row)?.value ?? []),
      );
  }
  return [...new Set([...ours.slice(0, 3), ...shown])];
};

/** Who buys: of the least powerful role, else whoever can. */
export const buyers = ({ actors }: ProbeContext): Actor[] =>
  [...actors.all].sort(
    (a, b) =>
      Number(/customer|buyer|user|member/i.test(b.role)) - Number(/customer|buyer|user|member/i.test(a.role)) ||
      a.rank - b.rank,
  );
