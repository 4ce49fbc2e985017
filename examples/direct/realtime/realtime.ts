import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Claims, Database } from '../database.ts';
import { readToken } from '../tokens.ts';
import { readMessage, writeMessage, type Message } from './messages.ts';
import { acceptSocket, type Connection } from './web-socket.ts';

export interface RealtimeOptions {
  database: Database;
  /** Key → who it speaks for. */
  keys: ReadonlyMap<string, Claims>;
  secret: string;
  /** "Allow public access" in the settings of Realtime. */
  allowsPublic: boolean;
}

interface Member {
  connection: Connection;
  version: '1.0.0' | '2.0.0';
  claims: Claims;
  /** Its own messages come back to it. */
  self: boolean;
  join: string | null;
  writes: boolean;
}

/** Channels as Supabase Realtime has them: public ones for whoever has the key, private ones by the policies on realtime.messages. */
export class Realtime {
  readonly #options: RealtimeOptions;
  /** `private realtime:inbox` → who is there. */
  readonly #rooms = new Map<string, Set<Member>>();
  readonly #open = new Set<Connection>();

  constructor(options: RealtimeOptions) {
    this.#options = options;
  }

  accept(req: IncomingMessage, socket: Duplex): void {
    const url = new URL(req.url ?? '/', 'http://data.localhost');
    const key = url.searchParams.get('apikey') ?? '';
    if (url.pathname !== '/realtime/v1/websocket' || !this.#options.keys.has(key)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const version = url.searchParams.get('vsn') === '2.0.0' ? '2.0.0' : '1.0.0';
    const connection = acceptSocket(req, socket, {
      message: (from, data) => void this.#hear(from, version, key, readMessage(data)).catch(() => from.close()),
      gone: (from) => this.#leave(from),
    });
    this.#open.add(connection);
  }

  close(): void {
    for (const connection of this.#open) connection.close();
  }

  #leave(connection: Connection): void {
    this.#open.delete(connection);
    for (const room of this.#rooms.values())
      for (const member of room) if (member.connection === connection) room.delete(member);
  }

  async #hear(from: Connection, version: Member['version'], key: string, message: Message): Promise<void> {
    const reply = (status: 'ok' | 'error', response: object): void =>
      from.send(writeMessage({ ...message, event: 'phx_reply', payload: { status, response } }, version));
    if (message.event === 'phx_join') {
      const { config = {}, access_token: token = key } = message.payload as { config?: object; access_token?: string };
      const { private: isPrivate = false, broadcast = {} } = config as { private?: boolean; broadcast?: object };
      const claims = this.#options.keys.get(token) ?? readToken(token, this.#options.secret);
      if (claims === null) return reply('error', { reason: 'InvalidJWTToken: Token has expired or is not valid' });
      const may = await this.#may(message.topic, isPrivate, claims);
      if (typeof may === 'string') return reply('error', { reason: may });
      const { self = false } = broadcast as { self?: boolean };
      const name = `${isPrivate ? 'private ' : ''}${message.topic}`;
      const room = this.#rooms.get(name) ?? new Set();
      this.#rooms.set(
        name,
        room.add({ connection: from, version, claims, self, join: message.join, writes: may.write }),
      );
      return reply('ok', { postgres_changes: [] });
    }
    if (message.event === 'broadcast') this.#spread(from, message);
    else if (message.event === 'phx_leave') this.#leave(from);
    reply('ok', {});
  }

  #spread(from: Connection, message: Message): void {
    for (const [name, room] of this.#rooms) {
      if (name !== message.topic && name !== `private ${message.topic}`) continue;
      const own = [...room].find(({ connection }) => connection === from);
      if (own === undefined || !own.writes) continue;
      for (const { connection, version, self, join } of room)
        if (connection !== from || self) connection.send(writeMessage({ ...message, join, ref: null }, version));
    }
  }

  /** What the policies allow, seen with a message that never stays. */
  async #may(topic: string, isPrivate: boolean, claims: Claims): Promise<{ write: boolean } | string> {
    const { database, allowsPublic } = this.#options;
    if (!isPrivate) return allowsPublic ? { write: true } : 'PrivateOnly: This project only allows private channels';
    const name = topic.replace(/^realtime:/, '');
    const [own] = await database.own<{ id: string }>(
      `insert into realtime.messages (topic, extension) values ($1, 'broadcast') returning id`,
      [name],
    );
    const reads = await database.as(claims, async (tx) => {
      await tx.query(`select set_config('realtime.topic', $1, true)`, [name]);
      return (await tx.query('select id from realtime.messages where id = $1', [own?.id])).rows.length > 0;
    });
    await database.own('delete from realtime.messages where id = $1', [own?.id]);
    if (!reads) return `Unauthorized: You do not have permissions to read from this Channel topic: ${name}`;
    const write = await database
      .as(
        claims,
        async (tx) => {
          await tx.query(`select set_config('realtime.topic', $1, true)`, [name]);
          await tx.query(`insert into realtime.messages (topic, extension) values ($1, 'broadcast')`, [name]);
          return true;
        },
        { rollback: true },
      )
      .catch(() => false);
    return { write };
  }
}
