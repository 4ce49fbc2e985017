import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { messageOf, named, quoted } from '../sandbox/database.ts';
import { ROLES } from '../sandbox/supabase.ts';
import { askedExtensions } from './extensions.ts';
import { reasonAgainst } from './refuse.ts';

export interface Made {
  /** Of a database of our own, as a role that may do nothing outside of it. */
  url: string;
  /** Extensions that are there. */
  extensions: readonly string[];
}

/** A PostgreSQL that the user gave to be thrown away. */
export interface Throwaway {
  /** Makes a fresh database with the extensions that migrations ask for; the one before is dropped. */
  make(texts: readonly string[]): Promise<Made>;
  /** Drops what was made: the database, its role, and the roles that were not there before. */
  close(): Promise<void>;
}

export type Opened = { ok: true; throwaway: Throwaway } | { ok: false; reason: string };

/** PostgreSQL 15 lets a role that is no superuser switch triggers off, which the proofs need. */
const OLDEST = 150_000;
const TIMEOUT = 5_000;

/** Connects to a database after everything that speaks against it was looked at. Nothing in it is read but the names of tables, and nothing is changed. */
export const openThrowaway = async (address: string): Promise<Opened> => {
  const against = reasonAgainst(address);
  if (against !== undefined) return { ok: false, reason: against };
  const { default: pg } = await import('pg');
  const connect = async (url: string): Promise<Client> => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  let client: Client;
  try {
    client = await connect(address);
  } catch (error) {
    return { ok: false, reason: `it does not answer (${messageOf(error)})` };
  }
  const reason = await reasonWithin(client);
  if (reason === undefined) return { ok: true, throwaway: new Server(client, address, connect) };
  await client.end();
  return { ok: false, reason };
};

const reasonWithin = async (client: Client): Promise<string | undefined> => {
  const { rows } = await client.query<{ version: number; superuser: boolean; tables: string[] }>(
    `select current_setting('server_version_num')::int as version, current_setting('is_superuser') = 'on' as superuser,
       array(select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1 limit 3) as tables`,
  );
  const [found] = rows;
  if (found === undefined) return 'it does not answer';
  if (found.tables.length > 0) return `it is not empty: it holds ${found.tables.join(', ')}`;
  if (found.version < OLDEST) return 'it is older than PostgreSQL 15';
  return found.superuser
    ? undefined
    : 'its user may not make a database and roles of our own: give the superuser of a throwaway server';
};

class Server implements Throwaway {
  readonly #client: Client;
  readonly #address: string;
  readonly #connect: (url: string) => Promise<Client>;
  /** Roles that we made, for all databases of the server. */
  readonly #roles: string[] = [];
  #name: string | undefined;

  constructor(client: Client, address: string, connect: (url: string) => Promise<Client>) {
    this.#client = client;
    this.#address = address;
    this.#connect = connect;
  }

  async make(texts: readonly string[]): Promise<Made> {
    await this.#drop();
    const name = `launch_ready_${randomBytes(6).toString('hex')}`;
    const password = randomBytes(24).toString('hex');
    await this.#makeRoles();
    this.#name = name;
    await this.#client.query(
      `create role ${named(name)} login nosuperuser nocreatedb nocreaterole noreplication bypassrls connection limit 2 password ${quoted(password)}`,
    );
    await this.#client.query(`grant anon, authenticated, service_role to ${named(name)}`);
    await this.#client.query(`grant set on parameter session_replication_role to ${named(name)}`);
    await this.#client.query(`alter role ${named(name)} set temp_file_limit = '512MB'`);
    await this.#client.query(`create database ${named(name)} owner ${named(name)} template template0`);
    const url = Object.assign(new URL(this.#address), { pathname: `/${name}` });
    const extensions = await this.#makeExtensions(url.href, name, askedExtensions(texts));
    return { url: Object.assign(url, { username: name, password }).href, extensions };
  }

  async close(): Promise<void> {
    await this.#drop();
    for (const role of this.#roles) await this.#client.query(`drop role if exists ${named(role)}`);
    await this.#client.end();
  }

  /** Roles stand above databases: those that somebody else made are used, and stay. */
  async #makeRoles(): Promise<void> {
    const { rows } = await this.#client.query<{ name: string; risky: boolean }>(
      `select rolname as name, rolsuper or rolcreaterole or rolcreatedb or rolreplication as risky from pg_roles`,
    );
    for (const { name, attributes } of ROLES.filter(({ client }) => client)) {
      const there = rows.find((row) => row.name === name);
      if (there?.risky === true) throw new Error(`the role ${name} of this server has rights over the server`);
      if (there !== undefined) continue;
      await this.#client.query(`create role ${named(name)} ${attributes}`);
      this.#roles.push(name);
    }
  }

  async #makeExtensions(url: string, owner: string, asked: readonly string[]): Promise<string[]> {
    const inside = await this.#connect(url);
    const made: string[] = [];
    try {
      await inside.query(`create schema extensions authorization ${named(owner)}`);
      for (const extension of asked)
        try {
          await inside.query(`create extension if not exists ${named(extension)} schema extensions cascade`);
          made.push(extension);
        } catch {
          // It is not installed on this server; what needs it is named as failed.
        }
    } finally {
      await inside.end();
    }
    return made;
  }

  async #drop(): Promise<void> {
    const name = this.#name;
    if (name === undefined) return;
    this.#name = undefined;
    await this.#client.query(`drop database if exists ${named(name)} with (force)`);
    await this.#client.query(`revoke set on parameter session_replication_role from ${named(name)}`);
    await this.#client.query(`drop role if exists ${named(name)}`);
  }
}
