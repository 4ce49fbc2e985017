import type { TrustedOrigin } from '../../../model/evidence/edge/trust.ts';
import type { Net, NetAnswer } from '../../../net/net.ts';

const MOST_OWN = 4;

interface Subject {
  host: string;
  domain: string;
  /** Hosts that a list of the app may name. */
  own: readonly string[];
  /** Addresses whose answer is for one user. */
  urls: readonly string[];
}

/** Asks in the name of foreign origins. Who lets any origin in is asked for no other. */
export const trustedOrigins = async (
  net: Net,
  { host, domain, own, urls }: Subject,
): Promise<{ answered: number; trusted: readonly TrustedOrigin[] }> => {
  let answered = 0;
  const asks = async (url: string, kind: TrustedOrigin['kind'], origin: string): Promise<TrustedOrigin[]> => {
    const answer = await net.http({ url, headers: { origin } });
    if (!answer.ok) return [];
    answered++;
    return mayRead(answer, origin) ? [{ kind, url, status: answer.status, origin }] : [];
  };
  // Code that sends such headers mostly does so for all paths, those that nobody has too.
  const places = [
    ...urls,
    `https://${host}/api/${net.made(`api ${host}`)}`,
    `https://${host}/${net.made(`page ${host}`)}`,
  ];
  const any = (
    await Promise.all(places.map((url) => asks(url, 'any', `https://${net.made(`stranger ${host}`)}.example`)))
  ).flat();
  if (any.length > 0) return { answered, trusted: any };
  const others = [
    { kind: 'null' as const, origin: 'null' },
    ...alike(domain, own, net.made(`alike ${host}`)).map((origin) => ({ kind: 'alike' as const, origin })),
  ];
  // The last is for hosts where no path is known.
  const few = [...urls.slice(0, 1), ...places.slice(urls.length)];
  const trusted = await Promise.all(few.flatMap((url) => others.map(({ kind, origin }) => asks(url, kind, origin))));
  return { answered, trusted: trusted.flat() };
};

/** Origins that a comparison of beginnings, of endings, or by a dot that means any letter would take for an own one. */
export const alike = (domain: string, own: readonly string[], label: string): string[] => {
  const names = [domain, ...own.filter((one) => one !== domain)].slice(0, MOST_OWN);
  const made = names.flatMap((name) => [
    `${name}.${label}.example`,
    ...(name === domain ? [`${label}${name}`] : [name.replace('.', 'x')]),
  ]);
  return [...new Set(made)].filter((name) => !own.includes(name)).map((name) => `https://${name}`);
};

/** Whether scripts of an origin may read an answer that came with the visitor's cookies (Fetch 3.2.5): with `*` they may not. */
const mayRead = ({ headers }: NetAnswer, origin: string): boolean => {
  const values = (name: string): string[] => headers.filter(([one]) => one === name).map(([, value]) => value.trim());
  const [allowed, ...more] = values('access-control-allow-origin');
  return allowed === origin && more.length === 0 && values('access-control-allow-credentials').join() === 'true';
};
