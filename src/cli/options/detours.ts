import { InvalidArgumentError } from 'commander';
import type { Detour } from '../../net/net.ts';

/** `host:port:address:port`, as curl has it: each part may be empty. May be repeated. */
export const gatherDetours = (text: string, before: readonly Detour[] | undefined): Detour[] => {
  const found = /^(\[[^\]]+\]|[^:]*):(\d*):(\[[^\]]+\]|[^:]*):(\d*)$/.exec(text);
  if (found === null)
    throw new InvalidArgumentError('Give host:port:address:port, e.g. shop.test:443:127.0.0.1:8443, or :443::8443.');
  const [host = '', port = '', address = '', toPort = ''] = found.slice(1).map((part) => part.replaceAll(/[[\]]/g, ''));
  return [
    ...(before ?? []),
    {
      host: host.toLowerCase(),
      ...(port === '' ? {} : { port: Number(port) }),
      address,
      ...(toPort === '' ? {} : { toPort: Number(toPort) }),
    },
  ];
};
