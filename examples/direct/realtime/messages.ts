/** One message of Phoenix channels, whatever way it was written. */
export interface Message {
  join: string | null;
  ref: string | null;
  topic: string;
  event: string;
  payload: Readonly<Record<string, unknown>>;
}

type Version = '1.0.0' | '2.0.0';

/** Version 1.0.0 is an object, 2.0.0 a list; broadcasts of newer clients are bytes (kind 3: lengths, names, JSON). */
export const readMessage = (data: string | Uint8Array): Message => {
  if (typeof data !== 'string') return readBroadcast(Buffer.from(data));
  const json = JSON.parse(data) as unknown;
  if (Array.isArray(json)) {
    const [join, ref, topic, event, payload] = json as [string | null, string | null, string, string, object];
    return { join, ref, topic, event, payload: payload as Message['payload'] };
  }
  const { join_ref: join, ref, topic, event, payload } = json as Partial<Message> & { join_ref?: string };
  return { join: join ?? null, ref: ref ?? null, topic: topic ?? '', event: event ?? '', payload: payload ?? {} };
};

const readBroadcast = (bytes: Buffer): Message => {
  const [, join = 0, ref = 0, topic = 0, event = 0, meta = 0] = bytes;
  let at = 7;
  const text = (length: number): string => bytes.subarray(at, (at += length)).toString('utf8');
  const [joinRef, own, name, named] = [text(join), text(ref), text(topic), text(event)];
  at += meta;
  const payload = JSON.parse(bytes.subarray(at).toString('utf8')) as unknown;
  return {
    join: joinRef,
    ref: own,
    topic: name,
    event: 'broadcast',
    payload: { type: 'broadcast', event: named, payload },
  };
};

export const writeMessage = ({ join, ref, topic, event, payload }: Message, version: Version): string =>
  JSON.stringify(
    version === '2.0.0' ? [join, ref, topic, event, payload] : { topic, event, payload, ref, join_ref: join },
  );
