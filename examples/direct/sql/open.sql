-- The twin of a hurried weekend.

-- profiles: everybody reads everything, and one may change one's own role.
alter table public.profiles enable row level security;
create policy "Public profiles are viewable by everyone" on public.profiles for select using (true);
create policy "Users can update own profile" on public.profiles for update to authenticated using (id = auth.uid());

-- listings: right.
alter table public.listings enable row level security;
create policy "published ones are for everybody" on public.listings for select using (published or seller_id = auth.uid());
create policy "sell" on public.listings for insert to authenticated with check (seller_id = auth.uid());
create policy "take down own" on public.listings for delete to authenticated using (seller_id = auth.uid());

-- orders: row-level security was never switched on.

-- messages: "authenticated" was taken for "allowed".
alter table public.messages enable row level security;
create policy "Enable all for authenticated" on public.messages for all to authenticated using (true) with check (true);

alter table public.payouts enable row level security;
alter table public.waitlist enable row level security;
create policy "anybody may wait" on public.waitlist for insert to anon, authenticated with check (true);

-- Runs as its owner and asks nobody who they are.
create function public.order_summary(p_user uuid) returns setof public.payouts
  language sql stable security definer set search_path = '' as
  $$ select * from public.payouts where seller_id = p_user or p_user is not null $$;
create function public.popular_listings() returns setof public.listings language sql stable as
  $$ select * from public.listings where published order by title $$;
create function public.approve_seller(p_user uuid) returns void language sql security definer set search_path = '' as
  $$ update public.profiles set role = 'seller' where id = p_user $$;

-- Files: whoever comes.
create policy "read all" on storage.objects for select using (true);
create policy "upload" on storage.objects for insert with check (true);
create policy "change" on storage.objects for update to authenticated using (true);
create policy "delete" on storage.objects for delete using (true);

-- Private channels: whoever has an account hears everybody's.
create policy "listen" on realtime.messages for select to authenticated using (true);
create policy "speak" on realtime.messages for insert to authenticated with check (true);
