import type * as Trust from '../../model/evidence/edge/trust.ts';
import { list, members, number, oneOf, text, type Shape } from '../shape.ts';

const line = text(20_000);

/** Of `edge.trust`. */
export const edgeTrust: Shape = members<Trust.EdgeTrust>({
  hosts: list(
    members<Trust.HostTrust>({
      host: line,
      purpose: text(20),
      answered: members<Trust.HostTrust['answered']>({ origins: number, forwarded: number, away: number }),
      origins: list(
        members<Trust.TrustedOrigin>({
          kind: oneOf('any', 'null', 'alike'),
          url: line,
          status: number,
          origin: line,
        }),
        200,
      ),
      forwarded: list(members<Trust.ForwardedHost>({ url: line, header: line, status: number, where: line }), 200),
      away: list(members<Trust.HostTrust['away'][number]>({ url: line, status: number, location: line }), 20),
    }),
    1_000,
  ),
});
