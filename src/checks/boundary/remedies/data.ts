import type { Remedy } from './remedy.ts';

/** Whose row it is, said once for each verb. */
export const OWN_ROWS: Remedy = {
  supabase: `-- Use your own table and the column that holds the owner.
alter table public.orders enable row level security;
drop policy if exists "Enable all" on public.orders;

create policy "read own" on public.orders for select to authenticated
  using (buyer_id = (select auth.uid()));
create policy "add own" on public.orders for insert to authenticated
  with check (buyer_id = (select auth.uid()));
create policy "change own" on public.orders for update to authenticated
  using (buyer_id = (select auth.uid())) with check (buyer_id = (select auth.uid()));
create policy "delete own" on public.orders for delete to authenticated
  using (buyer_id = (select auth.uid()));`,
};

/** Policies name rows, grants name columns. */
export const OWN_COLUMNS: Remedy = {
  supabase: `-- Policies say which rows; grants say which columns.
revoke insert, update on public.profiles from anon, authenticated;
grant update (display_name, avatar_url, phone) on public.profiles to authenticated;`,
};

/** A function that asks who is calling. */
export const OWN_FUNCTION: Remedy = {
  supabase: `-- The caller is taken from the token, never from an argument.
create or replace function public.order_summary() returns setof public.orders
  language sql stable security invoker set search_path = '' as
  $$ select * from public.orders where buyer_id = (select auth.uid()) $$;
drop function if exists public.order_summary(uuid);
revoke execute on function public.order_summary() from public, anon;
grant execute on function public.order_summary() to authenticated;`,
};

/** Files below a folder with the id of their owner. */
export const OWN_FILES: Remedy = {
  supabase: `-- Paths begin with the id of the account: <id>/invoice.pdf
create policy "own files" on storage.objects for all to authenticated
  using (bucket_id = 'invoices' and (storage.foldername(name))[1] = (select auth.uid())::text)
  with check (bucket_id = 'invoices' and (storage.foldername(name))[1] = (select auth.uid())::text);`,
};

/** Whose channel it is stands in its name. */
export const OWN_CHANNELS: Remedy = {
  supabase: `-- A channel of one account is named inbox:<id>.
create policy "hear own inbox" on realtime.messages for select to authenticated
  using (realtime.topic() = 'inbox:' || (select auth.uid())::text);
create policy "speak where one takes part" on realtime.messages for insert to authenticated
  with check (exists (
    select 1 from public.room_members
    where 'room:' || room_id = realtime.topic() and user_id = (select auth.uid())
  ));`,
};

/** Rules that name whose document it is. */
export const OWN_DOCUMENTS: Remedy = {
  firebase: `// firestore.rules: use your own collection and the field that holds the owner.
match /orders/{id} {
  allow read, delete: if request.auth != null && resource.data.buyerId == request.auth.uid;
  allow create: if request.auth != null && request.resource.data.buyerId == request.auth.uid;
  allow update: if request.auth != null && resource.data.buyerId == request.auth.uid
    && request.resource.data.buyerId == resource.data.buyerId;
}
// storage.rules: match /users/{uid}/{file=**} { allow read, write: if request.auth.uid == uid; }
// Realtime Database: "users": { "$uid": { ".read": "auth.uid === $uid", ".write": "auth.uid === $uid" } }`,
};
