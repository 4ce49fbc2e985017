import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { AUTHORITATIVE_ANSWER, decode, encode, TRUNCATED_RESPONSE, type Answer, type Packet } from 'dns-packet';

export interface ZoneRecord {
  type: string;
  /** As dns-packet wants it. */
  data: unknown;
  ttl?: number;
}

export interface ZoneName {
  records: readonly ZoneRecord[];
  /** Says nothing to what it has no records for. */
  silent?: boolean;
  /** Response code instead of an answer. */
  rcode?: 'SERVFAIL' | 'REFUSED' | 'FORMERR';
  /** Other servers speak for it: its records are theirs, and are handed out as a referral. */
  handedOn?: boolean;
}

/** By lower-case name. */
export type Zones = ReadonlyMap<string, ZoneName>;

export interface DnsServerHandle {
  address: string;
  port: number;
  /** `A example.test udp` of every question. */
  asked: string[];
  close(): Promise<void>;
}

const NXDOMAIN = 3;
const RCODES = { SERVFAIL: 2, REFUSED: 5, FORMERR: 1 } as const;
const MOST_ALIASES = 8;
const FITS = 1_232;
const MOST_PORTS = 20;

/** A real authoritative server on loopback for zones, over UDP and TCP. `answer` may replace whole answers by bytes of its own. */
export const openDnsServer = async (
  zones: Zones,
  answer: (query: Packet, via: 'udp' | 'tcp') => Buffer | 'silence' | undefined = () => undefined,
  { address: host = '127.0.0.1', port: wanted = 0 }: { address?: string; port?: number } = {},
): Promise<DnsServerHandle> => {
  const asked: string[] = [];
  const respond = (bytes: Buffer, via: 'udp' | 'tcp'): Buffer | undefined => {
    const query = decode(bytes);
    const [question] = query.questions ?? [];
    asked.push(`${question?.type} ${question?.name} ${via}`);
    const own = answer(query, via);
    if (own === 'silence') return undefined;
    return own ?? authoritative(zones, query, via);
  };
  const tcp = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (chunk) => {
      const out = respond(chunk.subarray(2), 'tcp');
      if (out === undefined) return;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(out.length);
      socket.end(Buffer.concat([length, out]));
    });
  });
  const { udp, port } = await listenAtOnePort(tcp, host, wanted);
  udp.on('message', (bytes, { port: from, address }) => {
    const out = respond(bytes, 'udp');
    if (out !== undefined) udp.send(out, from, address);
  });
  return { address: host, port, asked, close: () => closeBoth(udp, tcp) };
};

/** A port that is free for TCP may be a client's own of UDP for the moment; another one is taken then. */
const listenAtOnePort = async (tcp: Server, host: string, wanted: number): Promise<{ udp: Socket; port: number }> => {
  for (let left = MOST_PORTS; ; left--) {
    await once(tcp.listen(wanted, host), 'listening');
    const { port } = tcp.address() as { port: number };
    const udp = createSocket('udp4');
    try {
      udp.bind(port, host);
      await once(udp, 'listening');
      return { udp, port };
    } catch (error) {
      await closeBoth(udp, tcp);
      if (wanted !== 0 || left === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
};

const closeBoth = async (udp: Socket, tcp: Server): Promise<void> => {
  udp.close();
  tcp.close();
  await once(tcp, 'close');
};

/** Of the types that are told. */
const signaturesOf = ({ records }: ZoneName, told: readonly ZoneRecord[]): ZoneRecord[] =>
  records.filter(
    ({ type, data }) =>
      type === 'RRSIG' && told.some((one) => one.type === (data as { typeCovered: string }).typeCovered),
  );

/** The signed record that says which types a name has: RFC 4035 3.1.3.1. */
const denialAt = (here: ZoneName, name: string): Answer[] => {
  const nsec = here.records.filter(({ type }) => type === 'NSEC');
  return [...nsec, ...signaturesOf(here, nsec)].map(
    ({ type, data, ttl = 300 }) => ({ type, name, data, ttl }) as Answer,
  );
};

const authoritative = (zones: Zones, query: Packet, via: 'udp' | 'tcp'): Buffer | undefined => {
  const [question] = query.questions ?? [];
  const answers: Answer[] = [];
  const authorities: Answer[] = [];
  const wantsSignatures = (query.additionals ?? []).some((one) => one.type === 'OPT' && one.flag_do);
  let name = question?.name ?? '';
  let rcode = 0;
  for (let hop = 0; ; hop++) {
    const here = zones.get(name.toLowerCase()) ?? wildcardFor(zones, name.toLowerCase());
    if (here === undefined) {
      rcode = NXDOMAIN;
      break;
    }
    if (here.handedOn === true)
      return encode({
        ...headOf(query),
        authorities: here.records.map(({ type, data, ttl = 300 }) => ({ type, name, data, ttl }) as Answer),
      });
    if (here.rcode !== undefined) {
      rcode = RCODES[here.rcode];
      break;
    }
    const own = here.records.filter(({ type }) => type === question?.type);
    const alias = here.records.find(({ type }) => type === 'CNAME');
    if (own.length === 0 && alias === undefined && here.silent === true) return undefined;
    const told = own.length > 0 || alias === undefined ? own : [alias];
    for (const { type, data, ttl = 300 } of wantsSignatures ? [...told, ...signaturesOf(here, told)] : told)
      answers.push({ type, name, data, ttl } as Answer);
    if (wantsSignatures && told.length === 0) authorities.push(...denialAt(here, name));
    if (own.length > 0 || alias === undefined || hop >= MOST_ALIASES) break;
    name = String(alias.data).replace(/\.$/, '');
  }
  const head = headOf(query);
  const whole = encode({ ...head, flags: AUTHORITATIVE_ANSWER | rcode, answers, authorities });
  return via === 'udp' && whole.length > FITS
    ? encode({ ...head, flags: AUTHORITATIVE_ANSWER | TRUNCATED_RESPONSE | rcode })
    : whole;
};

const headOf = (query: Packet) =>
  ({
    type: 'response',
    ...(query.id === undefined ? {} : { id: query.id }),
    questions: query.questions ?? [],
  }) as const;

/** RFC 4592, as far as trials need it: the nearest star above. */
const wildcardFor = (zones: Zones, name: string): ZoneName | undefined => {
  for (let at = name.indexOf('.'); at >= 0; at = name.indexOf('.', at + 1)) {
    const star = zones.get(`*${name.slice(at)}`);
    if (star !== undefined) return star;
    if (zones.has(name.slice(at + 1))) return undefined;
  }
  return undefined;
};

/** A whole zone in one message, as a server gives it that does not mind who asks (RFC 5936). */
export const transferOf = (zones: Zones, query: Packet): Buffer => {
  const records = [...zones].flatMap(([name, { records: own }]) =>
    own.map(({ type, data, ttl = 300 }) => ({ type, name, data, ttl }) as Answer),
  );
  const soa = records.filter(({ type }) => type === 'SOA');
  const rest = records.filter(({ type }) => type !== 'SOA');
  return encode({ ...headOf(query), flags: AUTHORITATIVE_ANSWER, answers: [...soa, ...rest, ...soa] });
};
