import type { EdgeHost } from '../../../model/evidence/edge/hosts.ts';
import type { Front, FrontPage, HostFront } from '../../../model/evidence/edge/front.ts';
import type { HeaderList } from '../../../net/http/wire.ts';
import type { EdgeContext } from '../edge-collector.ts';
import type { RangeTable } from './range-table.ts';
import { titleOf } from './same-site.ts';
import { signsOf, vendorOf, VENDORS, type Vendor } from './vendors.ts';

/** Who stands in front of a host: by its addresses, and where they tell nothing by the headers of its answer. */
export const whoFronts = async (
  context: Pick<EdgeContext, 'page'>,
  { host, purpose, addresses: { v4, v6 } }: EdgeHost,
  ranges: RangeTable,
): Promise<HostFront> => {
  const addresses = [...v4, ...v6];
  const { first, headers, silent } = await firstPage(context, host);
  const hits = addresses.map((address) => ({ address, hit: ranges.find(address) }));
  const inside = hits.flatMap(({ address, hit }) => (hit === null ? [] : [{ address, ...hit }]));
  const [found] = inside;
  const base = { host, purpose, addresses, page: first, ...(silent === undefined ? {} : { silent }) };
  if (found !== undefined) {
    const vendor = vendorOf(found.vendor);
    const shown = inside.slice(0, 4).map(({ address, range }) => `${address} is in ${range}`);
    return {
      ...base,
      front: frontOf(vendor, 'address'),
      signs: [...shown, ...signsOf(vendor, headers)],
      beside: hits.flatMap(({ address, hit }) => (hit === null ? [address] : [])),
    };
  }
  for (const vendor of VENDORS) {
    const signs = signsOf(vendor, headers);
    // Cloudflare's own addresses are all known: elsewhere it is somebody who has put an edge of theirs in front of all their customers.
    if (signs.length > 0)
      return { ...base, front: frontOf(vendor.id === 'cloudflare' ? RESOLD : vendor, 'headers'), signs, beside: [] };
  }
  return { ...base, front: null, signs: [], beside: [] };
};

const RESOLD: Vendor = {
  id: 'behind-cloudflare',
  name: 'a platform behind Cloudflare',
  kind: 'platform',
  headers: [],
};

const frontOf = ({ id, name, kind }: Vendor, by: Front['by']): Front => ({ id, name, kind, by });

const firstPage = async (
  { page }: Pick<EdgeContext, 'page'>,
  host: string,
): Promise<{ first: FrontPage | null; headers: HeaderList; silent?: string }> => {
  const urls = [`https://${host}/`, `http://${host}/`];
  // Both at once: a host that hangs makes each of them wait.
  const answers = await Promise.all(urls.map(async (url) => ({ url, answer: await page(url) })));
  const [said] = answers.flatMap(({ answer }) => (answer.ok ? [] : [answer.said]));
  for (const { url, answer } of answers) {
    if (!answer.ok) continue;
    const { status, headers, body } = answer;
    const header = (name: string): string | undefined => headers.find(([own]) => own === name)?.[1].slice(0, 300);
    const [server, location] = [header('server'), header('location')];
    const title = titleOf(Buffer.from(body).toString('utf8')).slice(0, 200);
    const shown = { ...(server === undefined ? {} : { server }), ...(location === undefined ? {} : { location }) };
    return { first: { url, status, title, ...shown }, headers };
  }
  return { first: null, headers: [], silent: said ?? '' };
};
