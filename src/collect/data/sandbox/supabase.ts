/** Roles of a Supabase project; those of clients are what policies and proofs speak of. */
export const ROLES: readonly { name: string; attributes: string; client: boolean }[] = [
  { name: 'anon', attributes: 'nologin', client: true },
  { name: 'authenticated', attributes: 'nologin', client: true },
  { name: 'service_role', attributes: 'nologin bypassrls', client: true },
  { name: 'authenticator', attributes: 'login noinherit', client: false },
  { name: 'supabase_admin', attributes: 'superuser', client: false },
  ...[
    'supabase_auth_admin',
    'supabase_storage_admin',
    'dashboard_user',
    'supabase_functions_admin',
    'supabase_realtime_admin',
    'supabase_replication_admin',
    'supabase_read_only_user',
    'pgbouncer',
  ].map((name) => ({ name, attributes: '', client: false })),
];

/** All of them, for a database of its own. */
export const MAKE_ROLES = `${ROLES.map(({ name, attributes }) => `create role ${name} ${attributes}`).join('; ')}; grant anon, authenticated, service_role to authenticator;`;

/**
 * What Supabase puts around every project, as far as migrations and policies see it: roles, accounts, files, live channels, and stand-ins for
 * extensions that call other machines. After supabase/postgres (migrations/db/init-scripts), storage-api and realtime.
 */
export const SUPABASE = `
create schema if not exists extensions; create schema auth; create schema storage; create schema realtime; create schema vault; create schema cron;
create schema net; create schema graphql_public; create schema supabase_functions; create schema supabase_migrations; create schema pgsodium;
grant usage on schema public, extensions, auth, storage, realtime, graphql_public to anon, authenticated, service_role;

create table auth.users (
  instance_id uuid, id uuid primary key default gen_random_uuid(), aud varchar(255) default 'authenticated', role varchar(255) default 'authenticated',
  email varchar(255), encrypted_password varchar(255), email_confirmed_at timestamptz, invited_at timestamptz, confirmation_token varchar(255),
  confirmation_sent_at timestamptz, recovery_token varchar(255), recovery_sent_at timestamptz, email_change_token_new varchar(255), email_change varchar(255),
  email_change_sent_at timestamptz, last_sign_in_at timestamptz, raw_app_meta_data jsonb default '{}', raw_user_meta_data jsonb default '{}',
  is_super_admin boolean, created_at timestamptz default now(), updated_at timestamptz default now(), phone text, phone_confirmed_at timestamptz,
  phone_change text, phone_change_token varchar(255), phone_change_sent_at timestamptz, confirmed_at timestamptz, email_change_token_current varchar(255),
  email_change_confirm_status smallint, banned_until timestamptz, reauthentication_token varchar(255), reauthentication_sent_at timestamptz,
  is_sso_user boolean not null default false, deleted_at timestamptz, is_anonymous boolean not null default false
);
create table auth.identities (
  id uuid primary key default gen_random_uuid(), provider_id text, user_id uuid references auth.users on delete cascade, identity_data jsonb, provider text,
  last_sign_in_at timestamptz, created_at timestamptz default now(), updated_at timestamptz default now(), email text
);
create table auth.sessions (id uuid primary key default gen_random_uuid(), user_id uuid references auth.users on delete cascade, created_at timestamptz, updated_at timestamptz, not_after timestamptz, ip inet, user_agent text, aal text);
create table auth.refresh_tokens (id bigserial primary key, token varchar(255), user_id varchar(255), revoked boolean, session_id uuid, created_at timestamptz, updated_at timestamptz);
create table auth.mfa_factors (id uuid primary key default gen_random_uuid(), user_id uuid references auth.users, friendly_name text, factor_type text, status text, created_at timestamptz, updated_at timestamptz);
create table auth.audit_log_entries (id uuid primary key default gen_random_uuid(), instance_id uuid, payload json, created_at timestamptz, ip_address varchar(64));
create function auth.jwt() returns jsonb language sql stable as $$ select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb $$;
create function auth.uid() returns uuid language sql stable as $$ select (auth.jwt() ->> 'sub')::uuid $$;
create function auth.role() returns text language sql stable as $$ select auth.jwt() ->> 'role' $$;
create function auth.email() returns text language sql stable as $$ select auth.jwt() ->> 'email' $$;
grant execute on all functions in schema auth to public;

create table storage.buckets (
  id text primary key, name text, owner uuid, created_at timestamptz default now(), updated_at timestamptz default now(), public boolean default false,
  avif_autodetection boolean default false, file_size_limit bigint, allowed_mime_types text[], owner_id text, type text default 'STANDARD'
);
create table storage.objects (
  id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets, name text, owner uuid, created_at timestamptz default now(),
  updated_at timestamptz default now(), last_accessed_at timestamptz default now(), metadata jsonb,
  path_tokens text[] generated always as (string_to_array(name, '/')) stored, version text, owner_id text, user_metadata jsonb, level integer
);
create unique index bucketid_objname on storage.objects (bucket_id, name);
create function storage.foldername(name text) returns text[] language sql immutable as
  $$ select (string_to_array(name, '/'))[1 : array_length(string_to_array(name, '/'), 1) - 1] $$;
create function storage.filename(name text) returns text language sql immutable as $$ select (string_to_array(name, '/'))[array_length(string_to_array(name, '/'), 1)] $$;
create function storage.extension(name text) returns text language sql immutable as $$ select reverse(split_part(reverse(name), '.', 1)) $$;
grant execute on all functions in schema storage to public;
alter table storage.buckets enable row level security; alter table storage.objects enable row level security;
grant all on storage.buckets, storage.objects to anon, authenticated, service_role;

create table realtime.messages (id uuid primary key default gen_random_uuid(), topic text not null, extension text not null, payload jsonb, event text, private boolean default false, inserted_at timestamp default now(), updated_at timestamp default now());
create function realtime.topic() returns text language sql stable as $$ select nullif(current_setting('realtime.topic', true), '') $$;
create function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void language sql as $$ select $$;
create function realtime.broadcast_changes(topic_name text, event_name text, operation text, table_name text, table_schema text, new record, old record, level text default 'ROW') returns void language plpgsql as $$ begin end $$;
alter table realtime.messages enable row level security; grant select, insert on realtime.messages to anon, authenticated, service_role;
create publication supabase_realtime;

create table vault.secrets (id uuid primary key default gen_random_uuid(), name text, description text, secret text, created_at timestamptz default now());
create view vault.decrypted_secrets as select *, secret as decrypted_secret from vault.secrets;
create function vault.create_secret(secret text, name text default null, description text default '') returns uuid language sql as $$ select gen_random_uuid() $$;
create table cron.job (jobid bigserial primary key, schedule text, command text, jobname text, active boolean default true);
create table cron.job_run_details (jobid bigint, runid bigint, status text, return_message text, start_time timestamptz, end_time timestamptz);
create function cron.schedule(text, text, text) returns bigint language sql as $$ select 1::bigint $$;
create function cron.schedule(text, text) returns bigint language sql as $$ select 1::bigint $$;
create function cron.unschedule(text) returns boolean language sql as $$ select true $$;
create function cron.unschedule(bigint) returns boolean language sql as $$ select true $$;
create function net.http_post(url text, body jsonb default '{}', params jsonb default '{}', headers jsonb default '{}', timeout_milliseconds integer default 1000) returns bigint language sql as $$ select 1::bigint $$;
create function net.http_get(url text, params jsonb default '{}', headers jsonb default '{}', timeout_milliseconds integer default 1000) returns bigint language sql as $$ select 1::bigint $$;
create function supabase_functions.http_request() returns trigger language plpgsql as $$ begin return new; end $$;

alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
`;

/** How a migration of Supabase finds the session when it starts. */
export const SESSION = `reset all; reset role; set search_path = "$user", public, extensions; set check_function_bodies = off;`;
