import type { Body, Request, Send } from '../contract/send.ts';

/** One request that was sent and answered, as tests may ask it again. Stays in memory: it is not masked. */
export interface Taped {
  exchange: string;
  /** Name of the actor, null for nobody. */
  actor: string | null;
  method: string;
  url: string;
  headers: Readonly<Record<string, string | null>>;
  body?: Body;
  status: number;
  /** Where the answer sends one. */
  location?: string;
  json: unknown;
  text: string;
}

/** What was asked and answered, in order. */
export interface Tape {
  readonly all: readonly Taped[];
  /** The same way out, with what goes through it kept. */
  through(send: Send): Send;
}

const MOST = 12_000;
const MOST_TEXT = 64 * 1024;

export const openTape = (): Tape => {
  const all: Taped[] = [];
  return {
    all,
    through: (send) => async (request, options) => {
      const answer = await send(request, options);
      if (!answer.ok || all.length >= MOST || options.discreet === true || options.mode === 'burst') return answer;
      const isKept = answer.text.length <= MOST_TEXT;
      const location = answer.headers['location'];
      all.push({
        exchange: answer.exchange,
        actor: options.as?.name ?? null,
        ...asked(request),
        status: answer.status,
        ...(location === undefined ? {} : { location }),
        json: isKept ? answer.json : undefined,
        text: isKept ? answer.text : '',
      });
      return answer;
    },
  };
};

const asked = ({ method, url, headers = {}, body }: Request): Pick<Taped, 'method' | 'url' | 'headers' | 'body'> => ({
  method,
  url,
  headers,
  ...(body === undefined ? {} : { body }),
});
