import type { EdgeSetup } from '../../../model/evidence/edge/setup.ts';
import type { RecordType } from '../../../net/dns/answer.ts';
import { canonical } from '../../../net/dns/message.ts';
import type { Net } from '../../../net/net.ts';
import type { OwnServer } from './own-servers.ts';

const BESIDE: readonly RecordType[] = ['MX', 'TXT', 'NS', 'CAA', 'SOA'];

/** An alias at the name, and what the same server has beside it there; undefined where there is no alias or nothing else. */
export const mixedAt = async (
  net: Net,
  host: string,
  { address }: OwnServer,
): Promise<EdgeSetup['mixed'][number] | undefined> => {
  const ask = (type: RecordType) => net.dns.ask(host, type, { server: { address, port: 53 }, recurse: false });
  const { records } = await ask('CNAME');
  const alias = records.find((one) => one.type === 'CNAME' && canonical(one.name) === host);
  if (alias?.type !== 'CNAME') return undefined;
  const others = await Promise.all(
    BESIDE.map(async (type) =>
      (await ask(type)).records.some((one) => one.type === (type as string) && canonical(one.name) === host)
        ? [type as string]
        : [],
    ),
  );
  const types = others.flat();
  return types.length === 0 ? undefined : { host, target: canonical(alias.data), types };
};
