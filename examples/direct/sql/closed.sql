-- The twin that is done right: everything is refused but what a policy names.
alter table public.profiles enable row level security;
alter table public.listings enable row level security;
alter table public.orders enable row level security;
alter table public.messages enable row level security;
alter table public.payouts enable row level security;
alter table public.waitlist enable row level security;

create policy "own profile" on public.profiles for select to authenticated using (id = auth.uid());
create policy "change own profile" on public.profiles for update to authenticated
  using (id = auth.uid()) with check (id = auth.uid());
-- A policy says which rows; which columns is said by grants.
revoke insert, update, delete on public.profiles from anon, authenticated;
grant update (display_name, phone) on public.profiles to authenticated;

create policy "published ones are for everybody" on public.listings for select using (published or seller_id = auth.uid());
create policy "sell" on public.listings for insert to authenticated with check (seller_id = auth.uid());
create policy "change own" on public.listings for update to authenticated
  using (seller_id = auth.uid()) with check (seller_id = auth.uid());
create policy "take down own" on public.listings for delete to authenticated using (seller_id = auth.uid());

create policy "own orders" on public.orders for select to authenticated using (buyer_id = auth.uid());
create policy "order" on public.orders for insert to authenticated with check (buyer_id = auth.uid());
create policy "cancel own" on public.orders for delete to authenticated using (buyer_id = auth.uid());

create policy "both ends read" on public.messages for select to authenticated
  using (auth.uid() in (sender_id, recipient_id));
create policy "write as oneself" on public.messages for insert to authenticated with check (sender_id = auth.uid());
create policy "take back" on public.messages for delete to authenticated using (sender_id = auth.uid());

create policy "own payouts" on public.payouts for select to authenticated using (seller_id = auth.uid());

create policy "anybody may wait" on public.waitlist for insert to anon, authenticated with check (true);

create function public.order_summary(p_user uuid) returns setof public.orders
  language sql stable security definer set search_path = '' as
  $$ select * from public.orders where buyer_id = p_user and p_user = (select auth.uid()) $$;
create function public.popular_listings() returns setof public.listings language sql stable as
  $$ select * from public.listings where published order by title $$;
create function public.approve_seller(p_user uuid) returns void language sql security definer set search_path = '' as
  $$ update public.profiles set role = 'seller' where id = p_user $$;
revoke execute on function public.order_summary(uuid), public.approve_seller(uuid) from public, anon, authenticated;
grant execute on function public.order_summary(uuid) to authenticated;

-- Whoever knows the address of an avatar gets it, since the bucket is public; a list of all of them nobody gets.
create policy "own avatar" on storage.objects for all to authenticated
  using (bucket_id = 'avatars' and (storage.foldername(name))[1] = auth.uid()::text)
  with check (bucket_id = 'avatars' and (storage.foldername(name))[1] = auth.uid()::text);
create policy "own invoices" on storage.objects for all to authenticated
  using (bucket_id = 'invoices' and owner = auth.uid()) with check (bucket_id = 'invoices' and owner = auth.uid());

create policy "own inbox" on realtime.messages for select to authenticated
  using (realtime.topic() = 'inbox:' || auth.uid());
create policy "write to oneself" on realtime.messages for insert to authenticated
  with check (realtime.topic() = 'inbox:' || auth.uid());
