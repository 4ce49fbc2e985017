import { defineDataCheck } from '../data.ts';
import { OWN_FUNCTION } from '../remedies/data.ts';

export default defineDataCheck({
  probe: 'data-rpc',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Functions of the database give nothing private to visitors',
    fail: 'A function of the database gives private rows to visitors',
  },
  why: 'A function marked `security definer` runs as its owner and passes by every policy. Unless it asks who is calling, it hands out what the policies hold back.',
  references: ['OWASP API5:2023', 'ASVS 5.0 8.2.1', 'CWE-862', 'Supabase: Database Functions'],
  steps: [
    'Take the right to run {it} away from visitors: `revoke execute on function … from public, anon`.',
    'Make it `security invoker`, so that the policies hold in it; where it must be `security definer`, compare `auth.uid()` in its first line and set `search_path`.',
    'Take no id of a person as an argument: take `auth.uid()`.',
  ],
  remedy: OWN_FUNCTION,
  expect: 'answer 401 or give nothing of others',
});
