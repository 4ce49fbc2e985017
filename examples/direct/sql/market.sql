-- A small market: people, things for sale, orders, messages, payouts and a waiting list.
create table public.profiles (
  id uuid primary key references auth.users on delete cascade,
  display_name text,
  email text,
  phone text,
  role text not null default 'customer'
);
create function public.on_sign_up() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.profiles (id, email, display_name)
  values (new.id, new.email, coalesce(new.raw_user_meta_data ->> 'display_name', 'New here'));
  return new;
end $$;
revoke execute on function public.on_sign_up() from public, anon, authenticated;
create trigger on_sign_up after insert on auth.users for each row execute function public.on_sign_up();

create table public.listings (
  id uuid primary key default gen_random_uuid(),
  seller_id uuid not null default auth.uid() references public.profiles on delete cascade,
  title text not null,
  price numeric(10, 2) not null check (price > 0),
  published boolean not null default true
);
create table public.orders (
  id uuid primary key default gen_random_uuid(),
  listing_id uuid not null references public.listings on delete cascade,
  buyer_id uuid not null default auth.uid() references public.profiles on delete cascade,
  shipping_address text not null,
  phone text,
  total numeric(10, 2) not null,
  status text not null default 'placed' check (status in ('placed', 'paid', 'shipped')),
  placed_at timestamptz not null default now()
);
create table public.messages (
  id bigint generated always as identity primary key,
  sender_id uuid not null default auth.uid() references public.profiles on delete cascade,
  recipient_id uuid not null references public.profiles on delete cascade,
  body text not null,
  sent_at timestamptz not null default now()
);
create table public.payouts (
  id uuid primary key default gen_random_uuid(),
  seller_id uuid not null references public.profiles on delete cascade,
  iban text not null,
  amount numeric(10, 2) not null
);
create table public.waitlist (
  id bigint generated always as identity primary key,
  email text not null
);

insert into auth.users (id, email, confirmed_at) values
  ('00000000-0000-4000-8000-000000000001', 'mara@potter.example', now()),
  ('00000000-0000-4000-8000-000000000002', 'jonas@mail.example', now());
update public.profiles set phone = '+49 30 5550101', display_name = 'Mara', role = 'seller' where email like 'mara@%';
insert into public.listings (id, seller_id, title, price) values
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-000000000001', 'Blue bowl', 48),
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-000000000001', 'Tea cup', 19);
insert into public.orders (listing_id, buyer_id, shipping_address, phone, total) values
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-000000000002', 'Lindenweg 4, 10115 Berlin', '+49 30 5550102', 48);
insert into public.messages (sender_id, recipient_id, body) values
  ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'Could you wrap it as a gift?');
insert into public.payouts (seller_id, iban, amount) values
  ('00000000-0000-4000-8000-000000000001', 'DE00 0000 0000 0000 0000 00', 48);
insert into public.waitlist (email) values ('first@wait.example');

insert into storage.buckets (id, name, public) values ('avatars', 'avatars', true), ('invoices', 'invoices', false);
insert into storage.objects (bucket_id, name, owner, mime, content) values
  ('avatars', '00000000-0000-4000-8000-000000000001/me.txt', '00000000-0000-4000-8000-000000000001', 'text/plain', 'a face'),
  ('invoices', '00000000-0000-4000-8000-000000000002/1001.txt', '00000000-0000-4000-8000-000000000002', 'text/plain', 'Invoice 1001');
