import type { CodePlace } from '../../model/evidence/code.ts';
import type * as Front from '../../model/evidence/edge/front.ts';
import { list, members, number, oneOf, orNull, text, type Shape } from '../shape.ts';

const short = text(500);
const strings = list(short, 1_000);
const place = members<CodePlace>({ path: text(), line: number });

const front = members<Front.Front>({
  id: short,
  name: short,
  kind: oneOf('cdn', 'platform', 'proxy'),
  by: oneOf('address', 'headers'),
});

const page = members<Front.FrontPage>(
  { url: text(3_000), status: number, title: short },
  { server: short, location: text(3_000) },
);

const source = members<Front.OriginSource>({ by: oneOf('config', 'cloudflare', 'name', 'mx', 'spf') }, { name: short });

export const edgeFront: Shape = members<Front.EdgeFronts>({
  rangesOf: short,
  hosts: list(
    members<Front.HostFront>(
      {
        host: short,
        purpose: text(20),
        addresses: strings,
        front: orNull(front),
        signs: strings,
        beside: strings,
        page: orNull(page),
      },
      { silent: short },
    ),
  ),
  origins: list(
    members<Front.OriginAnswer>({
      address: short,
      from: list(source),
      host: short,
      url: text(3_000),
      outcome: oneOf('same-site', 'other-site', 'refused', 'closed', 'unclear'),
      edge: short,
      direct: short,
    }),
  ),
  platforms: list(
    members<Front.PlatformAnswer>({
      host: short,
      platform: short,
      from: members<Front.PlatformAnswer['from']>(
        { by: oneOf('code', 'dns', 'cloudflare') },
        { at: place, name: short },
      ),
      like: short,
      outcome: oneOf('same-site', 'redirects', 'other-site', 'absent', 'unclear'),
      said: short,
    }),
  ),
});
