import type { Exchange, MadeObject, Observation } from '../../model/evidence/boundary.ts';
import { printable } from '../secrets/leak/text.ts';
import { curlOf, type Curl, type CurlOptions, type Need } from './curl.ts';
import type { BoundaryEvidence } from './evidence.ts';
import { who } from './exchange-text.ts';
import { variableName, type Swap } from './shell.ts';

/** Ids shorter than this may stand in an address by chance. */
const SHORTEST_ID = 6;
const READS = /^(?:GET|HEAD)$/;

interface Spent {
  swap: Swap;
  need: Need;
}

/** What the run made is removed again, or changed by the very write that is shown: the person names one of their own. */
const spentIn = (
  exchanges: readonly Exchange[],
  made: readonly MadeObject[],
  whose: string | undefined,
): readonly Spent[] => {
  const text = exchanges.map(({ url, requestBody = '' }) => `${url}\n${requestBody}`).join('\n');
  const isWrite = exchanges.some(({ method }) => !READS.test(method));
  const spent = made.filter(
    ({ id, state }) => (isWrite || state === 'removed') && id.length >= SHORTEST_ID && text.includes(id),
  );
  const byId = new Map(spent.map((one) => [one.id, one]));
  return [...byId.values()].map(({ id, type, owner }, index, all) => {
    const again = all.slice(0, index).filter((one) => one.type === type).length;
    const variable = variableName(type, ...(again === 0 ? ['id'] : ['id', String(again + 1)]));
    return {
      swap: { text: id, variable },
      need: {
        variable,
        what: `the id of ${/^[aeiou]/i.test(type) ? 'an' : 'a'} ${printable(type)} of ${printable(whose ?? owner)}`,
      },
    };
  });
};

/** The first read after a write, by its owner where there is one: what came of it. */
const readBackOf = (
  attack: Exchange,
  exchanges: readonly Exchange[],
  owner: string | undefined,
): Exchange | undefined => {
  if (READS.test(attack.method)) return undefined;
  const after = exchanges
    .slice(exchanges.indexOf(attack) + 1)
    .filter(({ method, actor, status }) => READS.test(method) && actor !== null && status !== null);
  return after.find(({ actor }) => actor === owner) ?? after[0];
};

/** Ids of events are ours; one that was sent before counts no more, whatever is wrong. */
const EVENT_ID = /\bevt_lr[0-9a-f]{8,}/;

const eventOf = ({ requestBody = '', requestHeaders }: Exchange): Swap | undefined => {
  const [text] = EVENT_ID.exec([requestBody, ...requestHeaders.map(([, value]) => value)].join('\n')) ?? [];
  return text === undefined ? undefined : { text, variable: 'EVENT' };
};

const unique = (needs: readonly Need[]): readonly Need[] => [
  ...new Map(needs.map((one) => [one.variable, one])).values(),
];

/** A token that is nobody's own is made from the one of the account that it opens, or described. */
const forged = (attack: Curl, { actor, facts }: Observation, victim: string, { forge }: CurlOptions): Curl => {
  const own = attack.needs.find(({ variable }) => variable === 'TOKEN');
  if (own === undefined) return attack;
  const others = attack.needs.filter((one) => one !== own);
  const variant = facts?.['variant'];
  const made = typeof variant === 'string' && actor !== undefined ? forge?.(variant) : undefined;
  if (made === undefined || actor === undefined) {
    return typeof variant === 'string'
      ? { ...attack, needs: [...others, { ...own, what: `a token ${printable(variant)}` }] }
      : attack;
  }
  const variable = variableName(actor, 'token');
  return {
    text: `TOKEN="${made.replaceAll('VICTIM', variable)}"; ${attack.text}`,
    needs: [...others, { variable, what: `the access token of ${victim}` }],
  };
};

/** Where the probe sent somebody's session by itself, it is still theirs. */
const ownSession = (need: Need, { actor }: Observation, victim: string): Need =>
  need.what === undefined && need.variable === 'COOKIE' && actor !== undefined && actor !== 'nobody'
    ? { ...need, what: `the session cookie of ${victim}` }
    : need;

/**
 * The attack as a command to send again, and after a write what its owner reads then. `needs` are the variables that the
 * person fills in: logins, and ids of objects that the run used up.
 */
export const replayOf = (
  observation: Observation,
  attack: Exchange,
  exchanges: readonly Exchange[],
  { 'boundary.actors': actors, 'boundary.run': run }: BoundaryEvidence,
  options: CurlOptions = {},
): Curl => {
  const readBack = readBackOf(attack, exchanges, observation.owner);
  const spent = spentIn(readBack === undefined ? [attack] : [attack, readBack], run.made, observation.owner);
  const event = eventOf(attack);
  const swaps = [...(event === undefined ? [] : [event]), ...spent.map(({ swap }) => swap)];
  const sent = curlOf(attack, who(attack.actor, actors), options, swaps);
  const victim = who(observation.actor, actors);
  const made = forged(sent, observation, victim, options);
  const first = event === undefined ? made : { ...made, text: `EVENT="evt_$(date +%s)"; ${made.text}` };
  const needs = [...first.needs.map((one) => ownSession(one, observation, victim)), ...spent.map(({ need }) => need)];
  if (readBack === undefined) return { text: first.text, needs: unique(needs) };
  const second = curlOf(readBack, who(readBack.actor, actors), {}, swaps);
  return { text: `${first.text}; echo; ${second.text}`, needs: unique([...needs, ...second.needs]) };
};
