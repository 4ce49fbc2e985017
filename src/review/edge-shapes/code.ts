import type { CodePlace } from '../../model/evidence/code.ts';
import type { EdgeCode } from '../../model/evidence/edge/code.ts';
import { list, members, number, text, type Shape } from '../shape.ts';

const name = text(1_000);
const at = members<CodePlace>({ path: text(), line: number });

/** Of `edge.code`. */
export const edgeCode: Shape = members<EdgeCode>({
  named: number,
  moved: list(members<EdgeCode['moved'][number]>({ host: name, at, status: number, to: name }), 1_000),
  cookies: list(
    members<EdgeCode['cookies'][number]>({
      domain: name,
      at,
      tenants: list(
        members<EdgeCode['cookies'][number]['tenants'][number]>({ host: name, target: name, service: name }),
        1_000,
      ),
    }),
    1_000,
  ),
  gone: list(members<EdgeCode['gone'][number]>({ name, at, provider: name, sign: text(2_000) }), 1_000),
});
