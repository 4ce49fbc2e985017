import type { ZoneSetup } from '../../../model/evidence/edge/setup.ts';
import type { EdgeContext } from '../edge-collector.ts';
import { readName } from '../dns/names.ts';

/** Where a name leads that nobody set up; undefined where there is no such name. */
export const wildOf = async ({ net, page }: EdgeContext, domain: string): Promise<ZoneSetup['wild']> => {
  const host = `${net.made(`wild ${domain}`)}.${domain}`;
  const { outcome, ...addresses } = await net.addresses(host);
  const name = await readName(net, page, { host, domain, purpose: 'other', from: [], addresses, outcome });
  if (outcome !== 'found' && name.aliases.length === 0) return undefined;
  const [here, there] = await Promise.all([page(`https://${host}/`), page(`https://${domain}/`)]);
  const title = titleOf(there);
  return {
    aliases: name.aliases,
    showsSite: here.ok && here.status === 200 && title !== '' && titleOf(here) === title,
    ...(name.unclaimed === undefined ? {} : { unclaimed: name.unclaimed }),
  };
};

const titleOf = (answer: Awaited<ReturnType<EdgeContext['page']>>): string =>
  answer.ok
    ? (
        /<title[^>]{0,200}>([^<]{0,300})/i.exec(Buffer.from(answer.body).toString('utf8').slice(0, 50_000))?.[1] ?? ''
      ).trim()
    : '';
