import type { CodePlace } from '../../model/evidence/code.ts';
import type * as Reliance from '../../model/evidence/edge/reliance.ts';
import { list, members, number, oneOf, text, type Shape } from '../shape.ts';

const name = text(1_000);

const use = members<Reliance.Reliance>(
  {
    as: oneOf('ns', 'mx', 'alias', 'spf', 'script', 'style', 'frame', 'policy', 'origin', 'address'),
    name,
    by: name,
  },
  { at: members<CodePlace>({ path: text(), line: number }) },
);

/** Of `edge.reliance`. */
export const edgeReliance: Shape = members<Reliance.EdgeReliance>({
  domains: list(
    members<Reliance.ReliedDomain>(
      { domain: name, state: oneOf('held', 'free', 'unknown'), uses: list(use, 100) },
      { told: text(2_000) },
    ),
    1_000,
  ),
});
