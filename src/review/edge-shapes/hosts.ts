import type { CodePlace } from '../../model/evidence/code.ts';
import type * as Hosts from '../../model/evidence/edge/hosts.ts';
import { list, members, number, oneOf, text, type Shape } from '../shape.ts';

const strings = list(text(300), 1_000);
const place = members<CodePlace>({ path: text(), line: number });

export const edgeHosts: Shape = members<Hosts.EdgeHosts>({
  domains: strings,
  hosts: list(
    members<Hosts.EdgeHost>({
      host: text(300),
      domain: text(300),
      purpose: text(20),
      from: list(members<Hosts.HostSource>({ by: oneOf('asked', 'config', 'code', 'zone', 'usual') }, { at: place })),
      addresses: members<Hosts.EdgeHost['addresses']>({ v4: strings, v6: strings }),
      outcome: oneOf('found', 'nodata', 'nxdomain', 'failed'),
    }),
  ),
});
