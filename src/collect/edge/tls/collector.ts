import type { EdgeHost } from '../../../model/evidence/edge/hosts.ts';
import type { EdgeTls } from '../../../model/evidence/edge/tls.ts';
import { askEarlyData } from '../../../net/tls/early-data.ts';
import { surveyTls, type TlsSurvey } from '../../../net/tls/survey-tls.ts';
import { SUITES } from '../../../net/tls/suites.ts';
import type { Place } from '../../../net/dns/exchange.ts';
import type { Net, NetAnswer, NetError } from '../../../net/net.ts';
import type { EdgeCollector, EdgeContext } from '../edge-collector.ts';
import { certificateFacts } from './certificate.ts';
import { lookBeside } from './beside.ts';
import { shakeHands, shakeModern } from './handshake.ts';

const MOST_HOSTS = 60;
/** Milliseconds for one greeting; a host that hangs costs a few of these. */
const PATIENCE = 3_000;
const MOST_LINES = 5;
/** Addresses of a host, until one speaks. */
const MOST_TRIED = 3;

/** What a recording tells of a host that it does not hold. */
const UNHEARD: TlsSurvey = {
  versions: [],
  unsettled: [],
  chain: [],
  groups: [],
  compression: false,
  alpn: [],
  stapled: false,
  scts: false,
  greetings: 0,
};

/** Greets every host that has an address, side by side. */
export const tlsCollector: EdgeCollector<'edge.tls'> = {
  provides: ['edge.tls'],
  collect: async (context) => {
    const step = context.progress.step('TLS');
    const hosts = context.hosts.hosts.filter(({ outcome }) => outcome === 'found').slice(0, MOST_HOSTS);
    const value = await Promise.all(hosts.map((host) => lookAt(context, host)));
    step.end(`${value.filter(({ outcome }) => outcome === 'spoken').length} of ${value.length} hosts`);
    return { 'edge.tls': { ok: true, value } };
  },
};

/** At the first of its addresses where TLS is spoken; the others are greeted beside it. */
const lookAt = async (context: EdgeContext, one: EdgeHost): Promise<EdgeTls> => {
  const { net } = context;
  const places = await net.places(one.host, 443);
  let first: EdgeTls | undefined;
  for (const place of places.slice(0, MOST_TRIED)) {
    const seen = await lookAtPlace(context, one, place);
    if (seen.outcome === 'spoken') {
      const beside = await lookBeside(
        net,
        one.host,
        places.filter((other) => other !== place),
      );
      return beside.length === 0 ? seen : { ...seen, beside };
    }
    first ??= seen;
  }
  return first ?? nothing(one.host, one.purpose, '', 'inside', false);
};

const lookAtPlace = async ({ net, page }: EdgeContext, { host, purpose }: EdgeHost, place: Place): Promise<EdgeTls> => {
  const at = `${place.address}:${place.port}`;
  const [survey, shaken, secure, plain] = await Promise.all([
    net.keep(
      `tls ${host} ${place.address}`,
      () => surveyTls(place, { host, timeout: PATIENCE }),
      () => UNHEARD,
    ),
    net.keep(
      `handshake ${host} ${place.address}`,
      () => shakeHands(place, host, net.ca, PATIENCE * 2),
      () => null,
    ),
    page(`https://${host}/`),
    page(`http://${host}/`),
  ]);
  if (survey.versions.length === 0 && shaken === null) return nothing(host, purpose, at, outcomeOf(secure), plain.ok);
  // Of TLS 1.3 alone nothing of this was in the clear.
  const isModern = survey.versions.length > 0 && survey.versions.every(({ version }) => version === 'TLS 1.3');
  const modern =
    isModern && shaken !== null
      ? await net.keep(
          `handshake of 1.3 ${host} ${place.address}`,
          () => shakeModern(place, host, shaken.alpn, PATIENCE),
          () => ({ alpn: [], sent: 1 }),
        )
      : undefined;
  const isNew = survey.versions.some(({ version }) => version === 'TLS 1.3');
  const early = isNew
    ? await net.keep(
        `early data ${host} ${place.address}`,
        () => askEarlyData(place, host, headOf(net, host), PATIENCE),
        () => undefined,
      )
    : undefined;
  const leaf = shaken?.leaf ?? survey.chain[0];
  const certificate = leaf === undefined ? undefined : certificateFacts(leaf, host, net.now());
  return {
    host,
    purpose,
    at,
    outcome: 'spoken',
    plain: plain.ok,
    versions: survey.versions.map(({ version, suites }) => ({
      version,
      suites: suites.map((id) => {
        const suite = SUITES.get(id);
        return { name: suite?.name ?? `0x${id.toString(16)}`, flaws: suite?.flaws ?? [] };
      }),
    })),
    unsettled: survey.unsettled,
    groups: survey.groups,
    alpn: modern?.alpn ?? survey.alpn,
    ...(survey.dhBits === undefined ? {} : { dhBits: survey.dhBits }),
    compression: survey.compression,
    ...(survey.secureRenegotiation === undefined ? {} : { secureRenegotiation: survey.secureRenegotiation }),
    ...(early === undefined ? {} : { earlyData: early }),
    stapled: survey.stapled || shaken?.stapled === true,
    ...(certificate === undefined ? {} : { certificate }),
    sent: modern?.sent ?? survey.chain.length,
    ...(shaken?.problem === undefined ? {} : { problem: shaken.problem }),
    hsts: secure.ok ? linesOf(secure) : null,
    plainHsts: linesOf(plain),
  };
};

const headOf = ({ identity }: Net, host: string): string =>
  [
    'HEAD /robots.txt HTTP/1.1',
    `host: ${host}`,
    ...Object.entries(identity).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
    '',
    '',
  ].join('\r\n');

const linesOf = (answer: NetAnswer | NetError): string[] =>
  answer.ok
    ? answer.headers
        .filter(([name]) => name === 'strict-transport-security')
        .slice(0, MOST_LINES)
        .map(([, value]) => value.slice(0, 300))
    : [];

const outcomeOf = (secure: NetAnswer | NetError): EdgeTls['outcome'] => {
  if (secure.ok || secure.kind === 'timeout' || /within/.test(secure.said)) return 'hanging';
  return /refused|not reachable/.test(secure.said) ? 'silent' : 'refused';
};

const nothing = (
  host: string,
  purpose: EdgeTls['purpose'],
  at: string,
  outcome: EdgeTls['outcome'],
  plain: boolean,
): EdgeTls => ({
  host,
  purpose,
  at,
  outcome,
  plain,
  versions: [],
  unsettled: [],
  groups: [],
  alpn: [],
  compression: false,
  stapled: false,
  sent: 0,
  hsts: null,
  plainHsts: [],
});
