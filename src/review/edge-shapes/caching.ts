import type * as Caching from '../../model/evidence/edge/caching.ts';
import { flag, list, members, number, oneOf, text, type Shape } from '../shape.ts';

const line = text(20_000);

const facts = members<Caching.CacheFacts>({
  status: number,
  cacheControl: line,
  type: line,
  cache: line,
  hit: flag,
  storable: flag,
  setsCookie: flag,
  digest: text(100),
});

/** Of `edge.caching`. */
export const edgeCaching: Shape = members<Caching.EdgeCaching>({
  answers: list(
    members<Caching.CachedAnswer>({
      url: line,
      kind: oneOf('private', 'suffix', 'nowhere'),
      first: facts,
      second: facts,
    }),
    1_000,
  ),
});
