import { expect, test } from 'vitest';
import { HOSTILE } from '../testing/hostile-twists.ts';
import { probeApp, type Probed } from '../testing/probe-app.ts';
import { openTargetApp, sendJson, type Twist } from '../testing/target-app.ts';

const probing = async (twist?: Twist): Promise<Probed> => {
  const app = await openTargetApp(twist);
  try {
    return await probeApp(app.origin);
  } finally {
    await app.close();
  }
};

const having = ({ outcomes }: Probed, ...wanted: string[]): string[] =>
  Object.keys(outcomes).filter((check) => wanted.includes(outcomes[check] ?? ''));

/** Who may do what: a pass of these needs accounts that took part and answers that were understood. */
const ACCESS = [
  'object-read',
  'object-delete',
  'list-leak',
  'anonymous-access',
  'excessive-data',
  'coverage',
  'actors',
];

test('the app itself has nothing to fix, and who may do what is shown', async () => {
  const probed = await probing();
  expect(having(probed, 'fail', 'crashed')).toEqual([]);
  expect(having(probed, 'pass')).toEqual(expect.arrayContaining(ACCESS));
});

/** What is not understood at all: nothing passes. */
const MUTE: Readonly<Record<string, RegExp>> = {
  'never answers': /no answer 12 times in a row \(no complete answer in time\)/,
  drips: /no complete answer in time/,
  'sends without an end': /an answer without an end \(more than 12 MiB\)/,
  'sends a gzip bomb': /a body packed to burst \(gzip\)/,
  'sends a brotli bomb': /a body packed to burst \(br\)/,
  'sends a zstd bomb': /a body packed to burst \(zstd\)/,
  'sends a deflate bomb': /a body packed to burst \(deflate\)/,
  'sends a bomb in a bomb': /a body packed to burst \(gzip, gzip\)/,
  'redirects in circles': /it redirects in a circle/,
  'closes in the middle of an answer': /the answer broke off/,
  'closes before it answers': /connection closed before the answer was complete/,
  'answers what is not HTTP': /not HTTP/,
  'limits everybody, without a word when to come back': /limits how often it may be asked/,
  'limits everybody for an hour': /limits how often it may be asked/,
  'limits after the first looks': /limits how often it may be asked/,
  'falls over on the way': /server errors/,
  'is away on the way': /connection closed before the answer was complete/,
  'hangs on the way': /no complete answer in time/,
};

/** What is answered, and wrongly: of what anybody sees something may be said, of who may do what nothing. */
const LYING: Readonly<Record<string, RegExp>> = {
  'says yes to everything': /no address answered an account differently from a visitor/,
  'gives a page for everything': /no address answered an account differently from a visitor/,
  'gives a page and calls it JSON': /no address answered an account differently from a visitor/,
  'logs us out on the way': /ann, ben lost the session on the way/,
};

test.concurrent.each(Object.entries(MUTE))(
  'an app that %s: nothing passes and nothing fails',
  async (name, reason) => {
    const probed = await probing(HOSTILE[name]);
    expect(having(probed, 'fail', 'crashed', 'pass', 'not-applicable').filter((check) => check !== 'cleanup')).toEqual(
      [],
    );
    expect(Object.values(probed.reasons).join('\n')).toMatch(reason);
  },
  180_000,
);

test.concurrent.each(Object.entries(LYING))(
  'an app that %s: nothing is said of who may do what',
  async (name, reason) => {
    const probed = await probing(HOSTILE[name]);
    expect(having(probed, 'fail', 'crashed')).toEqual([]);
    expect(having(probed, 'pass').filter((check) => ACCESS.includes(check))).toEqual([]);
    expect(probed.reasons['object-read']).toMatch(reason);
  },
);

test('an app that gives JSON and calls it a picture is read all the same', async () => {
  const probed = await probing(HOSTILE['gives JSON and calls it a picture']);
  expect(having(probed, 'fail', 'crashed')).toEqual([]);
  expect(having(probed, 'pass')).toContain('list-leak');
});

test.each<[string, Record<string, string>]>([
  ['and says when to come back', { 'retry-after': '1' }],
  ['and says nothing', {}],
])('an app that lets 250 requests a second through %s is asked more slowly, and all is shown', async (_, headers) => {
  let second = 0;
  let used = 0;
  const probed = await probing(({ res }) => {
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) [second, used] = [now, 0];
    return ++used > 250 && (sendJson(res, { status: 429, json: { error: 'slow down' } }, headers), true);
  });
  expect(having(probed, 'fail', 'crashed')).toEqual([]);
  expect(having(probed, 'pass')).toEqual(expect.arrayContaining(ACCESS));
});

test('an app that changes ids each time: whose a thing is cannot be told, and nothing is made of it', async () => {
  const probed = await probing(HOSTILE['changes ids each time']);
  expect(having(probed, 'fail', 'crashed')).toEqual([]);
  expect(having(probed, 'unproven')).toContain('object-read');
});

test('each of them is tried', () =>
  expect(Object.keys(HOSTILE).toSorted()).toEqual(
    [
      ...Object.keys(MUTE),
      ...Object.keys(LYING),
      'gives JSON and calls it a picture',
      'changes ids each time',
    ].toSorted(),
  ));
