import { clientHello, FALLBACK_SCSV, GROUPS, ssl2Hello, type GroupName, type VersionName } from './client-hello.ts';
import { greet, type Greeted, type TlsPlace } from './greet.ts';
import type { Flight } from './server-flight.ts';
import { isFiniteField, LEGACY_SUITES, MODERN_SUITES } from './suites.ts';

export interface VersionSurvey {
  version: VersionName;
  /** Suites it takes, in the order in which it chose them. */
  suites: readonly number[];
  /** `server`: the order is the server's own. Unknown with one suite. */
  order?: 'server' | 'client';
  /** Groups it takes, in TLS 1.3. */
  groups?: readonly GroupName[];
}

/** Ciphers of SSL 2.0 are not told apart. */
export interface SpokenVersion extends Omit<VersionSurvey, 'version'> {
  version: VersionName | 'SSL 2.0';
}

export interface TlsSurvey {
  versions: readonly SpokenVersion[];
  /** Versions that could not be settled: the server fell silent. */
  unsettled: readonly VersionName[];
  /** Of TLS 1.2 or older, where the chain is in the clear; DER, as sent. */
  chain: readonly Buffer[];
  groups: readonly GroupName[];
  /** Smallest prime of Diffie-Hellman. */
  dhBits?: number;
  dhPrime?: Buffer;
  compression: boolean;
  /** Undefined where no version before 1.3 is spoken. */
  secureRenegotiation?: boolean;
  /** RFC 7507; undefined where there is but one version. */
  refusesFallback?: boolean;
  alpn: readonly string[];
  stapled: boolean;
  scts: boolean;
  /** Connections that were made. */
  greetings: number;
}

export interface SurveyOptions {
  host?: string;
  /** Milliseconds for one greeting. Default 5,000. */
  timeout?: number;
}

/** More suites in one hello than this, and some servers hang up. */
const AT_ONCE = 110;
const OLD: readonly VersionName[] = ['SSL 3.0', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2'];
const INAPPROPRIATE_FALLBACK = 86;

/** All that a server speaks, found out by greetings alone; nothing is agreed on, nothing is sent through. Versions side by side. */
export const surveyTls = async (place: TlsPlace, { host, timeout = 5_000 }: SurveyOptions = {}): Promise<TlsSurvey> => {
  let greetings = 0;
  const flights: Flight[] = [];
  const ask = async (options: Omit<Parameters<typeof clientHello>[0], 'host'>): Promise<Greeted> => {
    greetings++;
    const told = await greet(place, clientHello({ ...options, ...(host === undefined ? {} : { host }) }), timeout);
    if (told.kind === 'flight') flights.push(told.flight);
    return told;
  };

  const [oldest, modern, groups, ...old] = await Promise.all([
    speaksSsl2(place, timeout),
    suitesOf('TLS 1.3', [MODERN_SUITES], ask),
    groupsOf(ask),
    ...OLD.map((version) => suitesOf(version, inParts(LEGACY_SUITES), ask)),
  ]);
  const surveys = [...old, modern];
  const versions = surveys.flatMap(({ survey }) => (survey.suites.length === 0 ? [] : [survey]));
  const best = versions.findLast(({ version }) => version !== 'TLS 1.3');
  const [orders, alpn, compression, refusesFallback] = await Promise.all([
    Promise.all(versions.map((survey) => orderOf(survey, ask))),
    alpnOf(versions, ask),
    best === undefined ? false : takesCompression(best, ask),
    refuses(versions, ask),
  ]);
  const first = flights.find(({ chain }) => chain.length > 0);
  const weakest = flights.filter(({ dhBits }) => dhBits !== undefined).toSorted((a, b) => a.dhBits! - b.dhBits!)[0];
  return {
    versions: [
      ...(oldest ? [{ version: 'SSL 2.0', suites: [] } as const] : []),
      ...versions.map((survey, index) => {
        const order = orders[index];
        return {
          ...survey,
          ...(order === undefined ? {} : { order }),
          ...(survey.version === 'TLS 1.3' ? { groups } : {}),
        };
      }),
    ],
    unsettled: surveys.flatMap(({ survey, isSettled }) => (isSettled ? [] : [survey.version])),
    chain: first?.chain ?? [],
    groups: [...new Set([...groups, ...namedIn(flights)])],
    ...(weakest === undefined ? {} : { dhBits: weakest.dhBits!, dhPrime: weakest.dhPrime! }),
    compression,
    ...(best === undefined
      ? {}
      : { secureRenegotiation: flights.filter(isOld).every((flight) => flight.secureRenegotiation) }),
    ...(refusesFallback === undefined ? {} : { refusesFallback }),
    alpn,
    stapled: flights.some(({ stapled }) => stapled),
    scts: flights.some(({ scts }) => scts),
    greetings: greetings + 1,
  };
};

type Ask = (options: Omit<Parameters<typeof clientHello>[0], 'host'>) => Promise<Greeted>;

const isOld = ({ version }: Flight): boolean => version < 0x0304;

const inParts = (suites: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(suites.length / AT_ONCE) }, (_, part) =>
    suites.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );

const speaksSsl2 = async (place: TlsPlace, timeout: number): Promise<boolean> => {
  const told = await greet(place, ssl2Hello(), timeout);
  return told.kind === 'flight' && told.flight.version === 0x0002;
};

/** Offers suites, takes out what is chosen, and offers the rest, until nothing is taken. */
const suitesOf = async (
  version: VersionName,
  parts: readonly (readonly number[])[],
  ask: Ask,
): Promise<{ survey: VersionSurvey; isSettled: boolean }> => {
  let isSettled = true;
  const found = await Promise.all(
    parts.map(async (part) => {
      const taken: number[] = [];
      let left = part;
      while (left.length > 0) {
        const told = await ask({ version, suites: left });
        if (told.kind === 'timeout' || told.kind === 'garbage') isSettled = false;
        if (told.kind !== 'flight' || told.flight.version !== NUMBERS[version] || !left.includes(told.flight.suite))
          break;
        const { suite } = told.flight;
        taken.push(suite);
        left = left.filter((one) => one !== suite);
      }
      return taken;
    }),
  );
  return { survey: { version, suites: found.flat() }, isSettled };
};

const NUMBERS: Readonly<Record<VersionName, number>> = {
  'SSL 3.0': 0x0300,
  'TLS 1.0': 0x0301,
  'TLS 1.1': 0x0302,
  'TLS 1.2': 0x0303,
  'TLS 1.3': 0x0304,
};

/** Each group is offered alone: a server that knows it asks for a key of it. */
const groupsOf = async (ask: Ask): Promise<GroupName[]> => {
  const names = Object.keys(GROUPS) as GroupName[];
  const known = await Promise.all(
    names.map(async (name) => {
      const told = await ask({ version: 'TLS 1.3', suites: MODERN_SUITES, groups: [GROUPS[name]] });
      return told.kind === 'flight' && told.flight.version === NUMBERS['TLS 1.3'] && told.flight.group === GROUPS[name];
    }),
  );
  return names.filter((_, index) => known[index]);
};

const namedIn = (flights: readonly Flight[]): GroupName[] =>
  (Object.keys(GROUPS) as GroupName[]).filter((name) => flights.some(({ group }) => group === GROUPS[name]));

/** The same suites the other way round: who keeps to its choice has an order. */
const orderOf = async ({ version, suites }: VersionSurvey, ask: Ask): Promise<'server' | 'client' | undefined> => {
  if (suites.length < 2) return undefined;
  const [forth, back] = await Promise.all(
    [suites, suites.toReversed()].map((order) => ask({ version, suites: order })),
  );
  if (forth?.kind !== 'flight' || back?.kind !== 'flight') return undefined;
  return forth.flight.suite === back.flight.suite ? 'server' : 'client';
};

/** In TLS 1.3 the answer to ALPN is encrypted: the older versions tell, and node:tls where there are none. */
const alpnOf = async (versions: readonly VersionSurvey[], ask: Ask): Promise<string[]> => {
  const old = versions.findLast(({ version }) => version !== 'TLS 1.3');
  if (old === undefined) return [];
  const told = await Promise.all(
    ['h2', 'http/1.1'].map((name) => ask({ version: old.version, suites: old.suites, alpn: [name] })),
  );
  return told.flatMap((one) => (one.kind === 'flight' && one.flight.alpn !== undefined ? [one.flight.alpn] : []));
};

const takesCompression = async ({ version, suites }: VersionSurvey, ask: Ask): Promise<boolean> => {
  const told = await ask({ version, suites, compression: true });
  return told.kind === 'flight' && told.flight.compression !== 0;
};

/** A client that says it fell back is turned away by a server that could do better. */
const refuses = async (versions: readonly VersionSurvey[], ask: Ask): Promise<boolean | undefined> => {
  const old = versions.filter(({ version }) => version !== 'TLS 1.3');
  const lower = versions.length > 1 ? old[0] : undefined;
  if (lower === undefined || lower === versions.at(-1)) return undefined;
  const told = await ask({ version: lower.version, suites: [...lower.suites, FALLBACK_SCSV] });
  return told.kind === 'alert' ? told.alert.description === INAPPROPRIATE_FALLBACK : told.kind !== 'flight';
};

export const usesFiniteField = ({ versions }: TlsSurvey): boolean =>
  versions.some(({ suites }) => suites.some(isFiniteField));
