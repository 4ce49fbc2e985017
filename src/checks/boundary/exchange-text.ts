import type { BoundaryActor, Exchange, Observation } from '../../model/evidence/boundary.ts';
import { plural, printable } from '../secrets/leak/text.ts';

/** So many requests are shown; of a flood the first and the last ones. */
const MOST = 6;
/** Characters of a body that are shown, around what is telling in it. */
const AROUND = 110;
/** Headers that come with every request of ours and explain nothing. */
const PLAIN = /^(?:accept|user-agent|x-launch-ready-run|traceparent|content-length|connection)$/;
/** The login of an actor goes without saying; one that nobody sends is the attack. */
const LOGIN = /^(?:authorization|cookie|x-csrf-token|x-xsrf-token)$/;

const explainsNothing = (name: string, value: string, actor: string | null): boolean =>
  PLAIN.test(name) ||
  (actor !== null && LOGIN.test(name)) ||
  (name === 'content-type' && value.startsWith('application/json'));

/** `customer-b (customer)`, or `nobody (not logged in)`. */
export const who = (name: string | null | undefined, actors: readonly BoundaryActor[]): string => {
  if (name == null || name === 'nobody') return 'nobody (not logged in)';
  const role = roleOf(name, actors);
  return role === name ? printable(name) : `${printable(name)} (${printable(role)})`;
};

/** The role of an actor, or the name itself when it is a role. */
export const roleOf = (name: string, actors: readonly BoundaryActor[]): string =>
  actors.find((actor) => actor.name === name)?.role ?? name;

/**
 * The exchange that is the attack: the one that the observation names (`attack`), else the first of the one who tried, or the
 * last where the first ones are what the attack passes by.
 */
export const attackOf = (
  { actor, facts }: Observation,
  exchanges: readonly Exchange[],
  actors: readonly BoundaryActor[],
  which: 'first' | 'last' | 'last write' = 'first',
): Exchange | undefined => {
  const named = exchanges.find(({ id }) => id === facts?.['attack']);
  if (named !== undefined) return named;
  const attacker = actor === undefined || actor === 'nobody' ? null : actor;
  const own = exchanges.filter(
    (one) => one.actor === attacker || (one.actor !== null && roleOf(one.actor, actors) === attacker),
  );
  if (which === 'last write') return own.findLast(({ method }) => !/^(?:GET|HEAD)$/.test(method)) ?? own[0];
  return (which === 'last' ? own.at(-1) : own[0]) ?? exchanges[0];
};

/** The part of a text that shows it: around a value that the observation names, or the beginning. */
export const excerpt = (text: string, telling: readonly string[]): string => {
  const at = telling.map((value) => [text.indexOf(value), value.length] as const).find(([index]) => index >= 0);
  const [index, length] = at ?? [0, 0];
  const from = Math.max(0, index - AROUND);
  const to = Math.min(text.length, index + length + AROUND + (at === undefined ? AROUND : 0));
  const cut = text.slice(from, to).replaceAll(/\s+/g, ' ').trim();
  return printable(`${from > 0 ? '… ' : ''}${cut}${to < text.length ? ' …' : ''}`);
};

const telling = ({ facts = {} }: Observation): readonly string[] =>
  Object.values(facts).filter((value): value is string => typeof value === 'string' && value.length >= 4);

const oddHeaders = ({ requestHeaders, actor }: Exchange): string => {
  const odd = requestHeaders.filter(([name, value]) => !explainsNothing(name.toLowerCase(), value, actor)).slice(0, 4);
  return odd.length === 0
    ? ''
    : `, with ${odd.map(([name, value]) => printable(`${name}: ${value.slice(0, 80)}`)).join(', ')}`;
};

const answerOf = (exchange: Exchange, values: readonly string[], shows: readonly string[]): readonly string[] => {
  const { status, body = '', headers, error = 'no answer' } = exchange;
  if (status === null) return [`  → ${printable(error)}`];
  const named = headers.filter(([name]) => shows.includes(name.toLowerCase())).slice(0, 6);
  const text = excerpt(body, values);
  return [
    `  → ${status}${text === '' ? '' : `  ${text}`}`,
    ...named.map(([name, value]) => `    ${printable(`${name}: ${value.slice(0, 200)}`)}`),
  ];
};

/** The path alone where the finding says already which app was asked. */
const addressIn = (url: string, origin: string | undefined): string =>
  origin !== undefined && url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;

const originOf = (url: string): string | undefined => /^https?:\/\/[^/?#]+/.exec(url)?.[0];

const linesOf = (
  exchange: Exchange,
  label: string,
  origin: string | undefined,
  values: readonly string[],
  shows: readonly string[],
): readonly string[] => {
  const { method, url, requestBody } = exchange;
  return [
    `${label}: ${printable(method)} ${printable(addressIn(url, origin))}${oddHeaders(exchange)}`,
    ...(requestBody === undefined || requestBody === '' ? [] : [`  sent  ${excerpt(requestBody, values)}`]),
    ...answerOf(exchange, values, shows),
  ];
};

/** How a check shows its exchanges. */
export interface Shown {
  /** Headers of answers that belong to the proof, in lower case. */
  shows?: readonly string[];
  /** Which request of the one who tried is the attack, where several are kept. */
  attack?: 'first' | 'last' | 'last write';
}

const isRead = ({ method }: Exchange): boolean => /^(?:GET|HEAD)$/.test(method);

/** Whoever comes with a token of no account is no visitor. */
const nameOf = ({ actor, requestHeaders }: Exchange, actors: readonly BoundaryActor[]): string =>
  actor === null && requestHeaders.some(([name]) => LOGIN.test(name.toLowerCase())) ? 'a stranger' : who(actor, actors);

/** The exchanges of an observation as lines for a person: who asked what, what came back, what was read back as the victim. */
export const exchangeLines = (
  observation: Observation,
  exchanges: readonly Exchange[],
  actors: readonly BoundaryActor[],
  { shows = [], attack: which }: Shown = {},
): readonly string[] => {
  const attack = attackOf(observation, exchanges, actors, which);
  const attackAt = attack === undefined ? -1 : exchanges.indexOf(attack);
  const values = telling(observation);
  const label = (exchange: Exchange, index: number): string => {
    const name = nameOf(exchange, actors);
    if (exchange === attack || attack === undefined) return name;
    const [isBefore, isOwner] = [index < attackAt, exchange.actor !== null && exchange.actor === observation.owner];
    if (isOwner) return isBefore ? `${name}, whose it is` : `read back as ${name}, whose it is`;
    if (!isRead(exchange) || isRead(attack)) return `for comparison, ${name}`;
    return isBefore ? `before, as ${name}` : `read back as ${name}`;
  };
  const origin = originOf(attack?.url ?? '');
  const all = exchanges.map((exchange, index) => linesOf(exchange, label(exchange, index), origin, values, shows));
  if (all.length <= MOST) return all.flat();
  const half = MOST / 2;
  return [...all.slice(0, half).flat(), `… ${plural(all.length - MOST, 'more request')} …`, ...all.slice(-half).flat()];
};

/** Numbers and switches that the probe wrote down, as `tries 30 · refused 0`. */
export const factLine = ({ facts = {} }: Observation): string | null => {
  const shown = Object.entries(facts)
    .filter(([, value]) => typeof value !== 'string')
    .map(([name, value]) => `${name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()} ${words(value)}`);
  return shown.length === 0 ? null : printable(shown.join(' · '));
};

const words = (value: string | number | boolean): string =>
  typeof value === 'boolean'
    ? value
      ? 'yes'
      : 'no'
    : typeof value === 'number'
      ? value.toLocaleString('en-US')
      : value;
