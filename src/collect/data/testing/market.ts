/** A small market behind Supabase, and two sets of rules for it. Kept apart from the twins of `examples/direct`, which the probes are tried on. */
export const MARKET = `
create table public.profiles (id uuid primary key references auth.users, display_name text, phone text, role text not null default 'customer', balance numeric not null default 0);
create function public.is_admin() returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select 1 from profiles where id = auth.uid() and role = 'admin') $$;
create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = public as
  $$ begin insert into profiles (id, display_name) values (new.id, new.raw_user_meta_data ->> 'full_name'); return new; end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();

create type public.order_status as enum ('completed', 'pending', 'cancelled');
create table public.listings (id bigint generated always as identity primary key, seller_id uuid not null references public.profiles, title text not null check (char_length(title) between 3 and 60), price integer not null check (price >= 100), published boolean not null default true, views integer not null default 0);
create table public.orders (id uuid primary key default gen_random_uuid(), buyer_id uuid not null references public.profiles, listing_id bigint not null references public.listings, status public.order_status not null, shipping_address text not null, phone text, total integer not null, starts_on date not null, ends_on date not null, check (ends_on > starts_on));
create table public.order_items (id uuid primary key default gen_random_uuid(), order_id uuid not null references public.orders on delete cascade, quantity smallint not null check (quantity between 1 and 20));
create table public.messages (id uuid primary key default gen_random_uuid(), sender_id uuid not null references auth.users, recipient_id uuid not null references auth.users, body text not null);
create table public.payouts (id uuid primary key default gen_random_uuid(), seller_id uuid not null references public.profiles, iban text not null, amount integer not null, status text not null default 'pending' check (status in ('paid', 'pending')));
create table public.user_roles (user_id uuid not null references auth.users, role text not null check (role in ('admin', 'seller')), primary key (user_id, role));
create table public.teams (id uuid primary key default gen_random_uuid(), owner_id uuid not null references auth.users, name text not null);
create table public.team_members (team_id uuid not null references public.teams, user_id uuid not null references auth.users, role text not null default 'member', primary key (team_id, user_id));
alter table public.teams enable row level security; alter table public.team_members enable row level security;
create policy "own team" on public.teams for all to authenticated using (owner_id = auth.uid()) with check (owner_id = auth.uid());
create policy "seats are given by owners" on public.team_members for all to authenticated using (exists (select 1 from public.teams t where t.id = team_id and t.owner_id = auth.uid()));
create table public.categories (id serial primary key, name text not null unique);
create table public.contact_messages (id serial primary key, email text not null, message text not null);
insert into public.categories (name) values ('Bowls'), ('Cups');
insert into storage.buckets (id, name, public) values ('avatars', 'avatars', true), ('invoices', 'invoices', false);

alter table public.profiles enable row level security; alter table public.listings enable row level security;
alter table public.order_items enable row level security; alter table public.messages enable row level security;
alter table public.payouts enable row level security; alter table public.user_roles enable row level security;
alter table public.categories enable row level security; alter table public.contact_messages enable row level security;
create policy "read" on public.categories for select using (true);
create policy "write to us" on public.contact_messages for insert to anon, authenticated with check (true);
create policy "published" on public.listings for select using (published or seller_id = auth.uid());
create policy "pictures" on storage.objects for select using (bucket_id = 'avatars');
`;

export const CLOSED = `
alter table public.orders enable row level security;
create policy "own profile" on public.profiles for select to authenticated using (id = auth.uid());
create policy "change own profile" on public.profiles for update to authenticated using (id = auth.uid()) with check (id = auth.uid());
revoke update on public.profiles from anon, authenticated; grant update (display_name, phone) on public.profiles to authenticated;
create policy "sell" on public.listings for all to authenticated using (seller_id = auth.uid()) with check (seller_id = auth.uid());
create policy "buy" on public.orders for all to authenticated using (buyer_id = auth.uid()) with check (buyer_id = auth.uid());
create policy "admins" on public.orders for all to authenticated using (public.is_admin());
create policy "items" on public.order_items for all to authenticated using (exists (select 1 from public.orders o where o.id = order_id and o.buyer_id = auth.uid()));
create policy "talk" on public.messages for select to authenticated using (auth.uid() in (sender_id, recipient_id));
create policy "say" on public.messages for insert to authenticated with check (sender_id = auth.uid());
create policy "Service role manages payouts" on public.payouts for all to service_role using (true) with check (true);
create policy "own roles" on public.user_roles for select to authenticated using (user_id = auth.uid());
create view public.order_list with (security_invoker = true) as select id, status, shipping_address from public.orders;
create function public.my_orders() returns setof public.orders language sql stable security definer set search_path = public as $$ select * from orders where buyer_id = auth.uid() $$;
create function public.cancel_order(p_order_id uuid) returns void language plpgsql security definer set search_path = public as
  $$ begin if not exists (select 1 from orders where id = p_order_id and buyer_id = auth.uid()) then raise exception 'not allowed'; end if; update orders set status = 'cancelled' where id = p_order_id; end $$;
create function public.count_view(p_listing_id bigint) returns void language sql security definer set search_path = public as $$ update listings set views = views + 1 where id = p_listing_id $$;
create policy "own files" on storage.objects for all to authenticated using ((storage.foldername(name))[1] = auth.uid()::text) with check ((storage.foldername(name))[1] = auth.uid()::text);
`;

export const OPEN = `
create policy "Public profiles are viewable by everyone" on public.profiles for select using (true);
create policy "Users can update own profile" on public.profiles for update using (auth.uid() = id);
create policy "sell" on public.listings for all to authenticated using (seller_id = auth.uid());
create policy "Allow all" on public.order_items for all using (true) with check (true);
create policy "signed in" on public.messages for all using (auth.role() = 'authenticated');
create policy "Service role full access" on public.payouts for all using (true) with check (true);
create policy "roles" on public.user_roles for insert to authenticated with check (user_id = auth.uid());
create policy "admins" on public.categories for all using ((auth.jwt() -> 'user_metadata' ->> 'role') = 'admin');
create view public.contact_list as select id, email from public.contact_messages;
create function public.messages_of(p_user uuid) returns setof public.messages language sql stable security definer as $$ select * from messages where sender_id = p_user $$;
create function public.set_balance(p_user_id uuid, p_amount numeric) returns void language sql security definer as $$ update profiles set balance = p_amount where id = p_user_id $$;
create policy "files" on storage.objects for all using (true) with check (true);
`;

/** Statements that only hurt, between two that are well. */
export const BOMBS = `
create table public.first_one (id uuid primary key, user_id uuid references auth.users, email text);
select pg_sleep(100000);
copy public.first_one to program 'touch /tmp/launch-ready-was-here';
do $$ begin execute 'copy public.first_one from ' || '''/etc/passwd'''; end $$;
select count(*) from generate_series(1, 1000000000000) as g;
select string_agg(repeat('x', 100000000), '') from generate_series(1, 400);
create function public.forever() returns void language plpgsql security definer as $$ begin loop end loop; end $$;
create table public.last_one (id uuid primary key);
`;
