import { expect, test } from 'vitest';
import { CLOSED_RULES, OPEN_RULES, startFirebase, type Rules } from '../../../examples/direct/firebase.ts';
import { startTwin, type RunningTwin } from '../../../examples/direct/server.ts';
import { admitData, type DataPlace } from '../consent/data-places.ts';
import { proofToken } from '../consent/ownership.ts';
import { openScope } from '../consent/scope.ts';
import { runDirect } from './testing/direct-run.ts';

const publish = (twin: RunningTwin, text: string): Promise<object[]> =>
  twin.database.own(
    `with made as (insert into storage.buckets (id, name, public) values ('launch-ready', 'launch-ready', true))
     insert into storage.objects (bucket_id, name, mime, content) values ('launch-ready', 'launch-ready.txt', 'text/plain', $1)`,
    [Buffer.from(text)],
  );

test('hosted data that nothing shows to be the user’s is only looked at, as a visitor', async () => {
  const twin = await startTwin('open');
  try {
    const run = await runDirect({ origins: [twin.app], hosted: true, signUp: true });
    expect(run.confirmed).toEqual([
      'data-open-read 127.0.0.1 orders',
      'data-open-read 127.0.0.1 profiles',
      'data-rpc 127.0.0.1 rpc order_summary',
      'data-service-key service_role key of 127.0.0.1',
      'data-storage-read 127.0.0.1 bucket invoices: list',
    ]);
    const changed = twin.asked.filter((one) => !/^(?:GET|HEAD) |^POST \/storage\/v1\/object\/list\//.test(one));
    expect(changed).toEqual([]);
    for (const one of twin.asked.filter((asked) => /^GET \/rest\/v1\/\w/.test(asked)))
      expect(one).toMatch(/[?&]limit=1/);
    expect(run.made).toEqual([]);
    const said = run.observations.find(({ probe }) => probe === 'data-cross-user');
    expect(said).toMatchObject({ verdict: 'not-tested' });
    expect(said?.said).toMatch(/public bucket "launch-ready".+launch-ready\.txt/);
    expect(said?.said).toContain(proofToken(twin.data));
  } finally {
    await twin.close();
  }
});

test('a file that only the owner can publish opens it', async () => {
  const twin = await startTwin('open');
  try {
    await publish(twin, `${proofToken(twin.data)}\n`);
    const run = await runDirect({ origins: [twin.app], hosted: true, signUp: true });
    expect(run.confirmed).toContain('data-cross-user 127.0.0.1 messages: change');
    expect(run.of('not-tested')).toEqual([]);
  } finally {
    await twin.close();
  }
});

test('a file with the text of another project opens nothing', async () => {
  const twin = await startTwin('closed');
  try {
    await publish(twin, proofToken('https://another.supabase.co'));
    const run = await runDirect({ origins: [twin.app], hosted: true, signUp: true });
    expect(run.of('not-tested')).toContain('data-cross-user http://127.0.0.1');
    expect(twin.asked.filter((one) => /signup|token/.test(one))).toEqual([]);
  } finally {
    await twin.close();
  }
});

const project = 'firebase small-market';
const readable = (rules: Rules): Rules => ({
  ...rules,
  read: (path, ...who) => /^(?:files\/)?launch-ready/.test(path) || rules.read(path, ...who),
});

test.each([
  ['a document of Firestore', 'launch-ready/launch-ready', { proof: proofToken(project) }],
  ['a key of the Realtime Database', 'launch-ready/value', { proof: proofToken(project) }],
  ['a file in Storage', 'files/launch-ready.txt', { content: proofToken(project) }],
])('Firebase: %s shows whose the project is', async (_, path, value) => {
  const running = await startFirebase(readable(CLOSED_RULES));
  try {
    running.documents.set(path, value);
    const run = await runDirect({ origins: [running.app], hosted: true, signUp: true });
    expect(run.of('not-tested')).toEqual([]);
    expect(running.asked.some((one) => one.startsWith('POST '))).toBe(true);
    expect([...running.accounts]).toEqual([]);
  } finally {
    await running.close();
  }
});

test('Firebase without it is only looked at', async () => {
  const running = await startFirebase(OPEN_RULES);
  try {
    const run = await runDirect({ origins: [running.app], hosted: true });
    expect(run.confirmed).toContain('data-open-read firestore orders');
    expect(run.confirmed.filter((one) => one.startsWith('data-open-write'))).toEqual([]);
    expect(running.asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
  } finally {
    await running.close();
  }
});

const place = (origin: string): DataPlace => ({
  project: origin,
  origin,
  below: '/v1/projects/shop/',
  namedBy: 'http://localhost:1',
  proof: { path: '/x', steps: '{token}' },
});
const admit = async (origin: string, proven: readonly string[], hosted = 'http://localhost:1') => {
  const opened = await openScope([hosted]);
  if (!opened.ok) throw new Error(opened.reason);
  const { scope } = opened;
  const send = async () => ({ ok: false as const, exchange: 'e1', kind: 'connection' as const, said: 'closed' });
  const named = new Set([hosted]);
  const [admitted] = await admitData([place(origin)], { scope, proven: new Set(proven), named, send });
  return { admitted, scope };
};

test('of a page that is not shown to be the user’s no data is asked', async () => {
  const { admitted, scope } = await admit('http://203.0.113.7', []);
  expect(admitted).toMatchObject({ reach: 'none', said: expect.stringContaining('yours') as string });
  expect([...scope.allowed.keys()]).toEqual(['http://localhost:1']);
});

test('a page leads to no internal address', async () => {
  for (const origin of ['http://10.1.2.3', 'http://169.254.169.254', 'http://[fd00::1]']) {
    const { admitted, scope } = await admit(origin, ['http://localhost:1']);
    expect(admitted?.reach).toBe('none');
    expect(scope.allowed.has(origin)).toBe(false);
  }
});

test('on a host that many share only the project is asked', async () => {
  const { admitted, scope } = await admit('http://8.8.8.8', ['http://localhost:1']);
  expect(admitted?.reach).toBe('look');
  expect(scope.allowed.get('http://8.8.8.8')?.bounds).toEqual([
    { below: '/v1/projects/shop/', most: 'read', visitor: true },
  ]);
});
