import type { DnsAnswer, RecordType } from './answer.ts';
import { overHttps, overTcp, type Place, type Sent } from './exchange.ts';
import { overUdp } from './udp.ts';
import { decodeAnswer, encodeQuery, isAskable, type Message, type Question } from './message.ts';

/** `{ address, port }` of a resolver or an authoritative server, or the URL of a DoH server. */
export type DnsServer = Place | { url: string };

export interface DnsClientOptions {
  /** Asked in this order, the next one when one says nothing. */
  servers: readonly DnsServer[];
  /** Milliseconds for one try. Default 2,000. */
  timeout?: number;
  /** Tries at each server. Default 2: datagrams get lost. */
  tries?: number;
  /** TCP from the start; else it is used for answers that do not fit. */
  tcp?: boolean;
  /** Where a server's port is really reached. */
  dial?: (place: Place) => Place;
  /** Whether a server that is not one of `servers` may be asked. Default: any. */
  mayAsk?: (place: Place) => boolean;
}

export interface AskOptions {
  /** This one instead of the client's servers. */
  server?: DnsServer;
  /** Ask for signatures. */
  dnssec?: boolean;
  /** Default true; false for authoritative servers. */
  recurse?: boolean;
  /** TCP from the start, as transfers of zones want it. */
  tcp?: boolean;
}

/** Whoever answers questions of DNS: name servers, or a recording of what they said. */
export type Asker = Pick<DnsClient, 'ask'>;

/** Asks name servers. Nothing is kept: who asks twice gets two answers. Errors are outcomes. */
export class DnsClient {
  readonly #options: Required<DnsClientOptions>;

  constructor({
    servers,
    timeout = 2_000,
    tries = 2,
    tcp = false,
    dial = (place) => place,
    mayAsk = () => true,
  }: DnsClientOptions) {
    this.#options = { servers, timeout, tries, tcp, dial, mayAsk };
  }

  async ask(
    name: string,
    type: RecordType,
    { server, dnssec = false, recurse = true, tcp = this.#options.tcp }: AskOptions = {},
  ): Promise<DnsAnswer> {
    const begun = performance.now();
    const servers = server === undefined ? this.#options.servers : [server];
    const question: Question = { name, type, dnssec, recurse, edns: true };
    let last: Told = NOBODY;
    if (isAskable(name) && (server === undefined || this.#isAllowed(server)))
      for (const one of servers) {
        last = await this.#at(one, question, tcp);
        if (!(typeof last.sent === 'string' || last.sent.outcome === 'servfail' || last.sent.outcome === 'refused'))
          break;
      }
    const { sent, by, via } = last;
    const {
      outcome,
      truncated: _,
      isFormatError: __,
      ...rest
    } = typeof sent === 'string' ? { ...EMPTY, outcome: sent } : sent;
    return {
      name,
      type,
      outcome: isAskable(name) ? outcome : 'bad-name',
      server: by,
      via,
      ...rest,
      took: Math.round(performance.now() - begun),
    };
  }

  #isAllowed(server: DnsServer): boolean {
    return 'url' in server || this.#options.servers.includes(server) || this.#options.mayAsk(server);
  }

  async #at(server: DnsServer, question: Question, tcp: boolean): Promise<Told> {
    const by = 'url' in server ? server.url : `${server.address}:${server.port}`;
    let sent: Exchanged = 'timeout';
    let via: DnsAnswer['via'] = 'url' in server ? 'https' : tcp ? 'tcp' : 'udp';
    for (let left = this.#options.tries; left > 0; left--) {
      sent = await this.#once(server, question, via);
      if (sent !== 'timeout' && sent !== 'garbled') break;
    }
    // A server of before 1999.
    if (typeof sent === 'object' && sent.isFormatError && question.edns)
      sent = await this.#once(server, { ...question, edns: false }, via);
    if (via === 'udp' && typeof sent === 'object' && sent.truncated) {
      via = 'tcp';
      sent = await this.#once(server, question, via);
    }
    // Over TCP everything fits: what is cut there is no answer, and no sign that there is nothing.
    if (via === 'tcp' && typeof sent === 'object' && sent.truncated) sent = 'garbled';
    return { sent, by, via };
  }

  async #once(server: DnsServer, question: Question, via: DnsAnswer['via']): Promise<Exchanged> {
    const { id, bytes } = encodeQuery(question);
    let message: Message | undefined;
    const fits = (answer: Buffer): boolean => (message = decodeAnswer(answer, id, question)) !== undefined;
    const { timeout, dial } = this.#options;
    const sent: Sent =
      'url' in server
        ? await overHttps(server.url, bytes, fits, timeout)
        : await (via === 'tcp' ? overTcp : overUdp)(dial(server), bytes, fits, timeout);
    return typeof sent === 'string' ? sent : (message ?? 'garbled');
  }
}

type Exchanged = Message | Exclude<Sent, Buffer>;

interface Told {
  sent: Exchanged;
  by: string;
  via: DnsAnswer['via'];
}

const EMPTY: Message = {
  outcome: 'timeout',
  truncated: false,
  isFormatError: false,
  records: [],
  authority: [],
  additional: [],
  authoritative: false,
  authenticated: false,
  recursive: false,
};
const NOBODY: Told = { sent: 'unreachable', by: '', via: 'udp' };
