import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, NoAnswer } from '../contract/send.ts';
import type { Project } from './project.ts';
import type { Person } from './rest.ts';

export interface Channel {
  /** Sends a word under an event of our own, which no client of the app listens to. */
  speak(word: string): void;
  hears(word: string, milliseconds: number): Promise<boolean>;
  close(): Promise<void>;
}

/** What stands in for an answer where a socket was opened: the exchange is all that observations take of it. */
type Shown = Answer;

export type Joined =
  | { ok: true; said: ''; channel: Channel; answer: Shown }
  | { ok: false; kind: 'refused' | 'unclear'; said: string; answer: Shown };

const PATIENCE = 5_000;
const EVENT = 'launch-ready';

/** Joins a channel as supabase-js does (Phoenix channels 1.0.0), with the public key or the token of a person. */
export const joinChannel = async (
  { listen }: ProbeContext,
  { origin, publicKey }: Pick<Project, 'origin' | 'publicKey'>,
  { topic, isPrivate, as }: { topic: string; isPrivate: boolean; as: Person | null },
): Promise<Joined> => {
  const url = `${origin}/realtime/v1/websocket?apikey=${encodeURIComponent(publicKey)}&vsn=1.0.0`;
  const none: NoAnswer = { ok: false, exchange: '', kind: 'connection', said: 'nothing listens here' };
  const opened =
    listen === undefined ? none : await listen({ method: 'GET', url }, { as: as?.actor ?? null, mode: 'write' });
  if (!opened.ok)
    return { ok: false, kind: 'unclear', said: `There was no connection: ${opened.said}.`, answer: opened };
  const { socket, exchange } = opened;
  const answer: Shown = { ...none, exchange };
  const name = `realtime:${topic}`;
  const say = (event: string, payload: object, ref: string): void =>
    socket.say(JSON.stringify({ topic: name, event, payload, ref, join_ref: '1' }));
  say(
    'phx_join',
    {
      config: {
        broadcast: { ack: false, self: true },
        presence: { key: '' },
        postgres_changes: [],
        private: isPrivate,
      },
      access_token: as?.token ?? publicKey,
    },
    '1',
  );
  const reply = await socket.hear((text) => /"phx_(?:reply|error|close)"/.test(text), PATIENCE);
  const { status, reason } = readReply(reply);
  if (status !== 'ok') {
    await socket.close();
    return reason === null
      ? { ok: false, kind: 'unclear', said: 'Joining was not answered.', answer }
      : { ok: false, kind: 'refused', said: reason, answer };
  }
  return {
    ok: true,
    said: '',
    answer,
    channel: {
      speak: (word) => say('broadcast', { type: 'broadcast', event: EVENT, payload: { word } }, '2'),
      hears: async (word, milliseconds) =>
        (await socket.hear((text) => text.includes(word) && text.includes('"broadcast"'), milliseconds)) !== null,
      close: () => socket.close(),
    },
  };
};

const readReply = (text: string | null): { status: string; reason: string | null } => {
  try {
    const { payload } = JSON.parse(text ?? '{}') as { payload?: { status?: unknown; response?: { reason?: unknown } } };
    const reason = payload?.response?.reason;
    return { status: String(payload?.status), reason: typeof reason === 'string' ? reason.slice(0, 200) : null };
  } catch {
    return { status: '', reason: null };
  }
};
