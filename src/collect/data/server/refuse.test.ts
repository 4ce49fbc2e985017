import { expect, test } from 'vitest';
import { reasonAgainst } from './refuse.ts';

test.each([
  'postgresql://postgres:x@localhost:5432/scratch',
  'postgres://postgres@127.0.0.1/postgres',
  'postgres://postgres@db:5432/postgres',
  'postgres://postgres@192.168.1.4/scratch',
  'postgres://postgres@[::1]:5432/scratch',
])('%s may be used', (address) => expect(reasonAgainst(address)).toBeUndefined());

test.each([
  ['not an address', 'no address'],
  ['mysql://root@localhost/scratch', 'only PostgreSQL'],
  ['postgres://postgres:x@db.abcdefghijklmnopqrst.supabase.co:5432/postgres', 'neither this machine'],
  ['postgres://u:x@ep-cool-1.eu-central-1.aws.neon.tech/scratch', 'neither this machine'],
  ['postgres://postgres@8.8.8.8/scratch', 'neither this machine'],
  ['postgres://postgres@localhost/shop_production', 'real environment'],
  ['postgres://postgres@prod-db/scratch', 'real environment'],
  ['postgres://live@localhost/scratch', 'real environment'],
  ['postgres://postgres@localhost/scratch?host=db.shop.test', 'behind the address'],
])('%s is refused', (address, reason) => expect(reasonAgainst(address)).toContain(reason));
