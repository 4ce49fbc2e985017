import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { baseDetector } from '../base-detector.ts';
import { expandSample } from '../samples.ts';
import { scanBytes, type Seen } from '../seen.ts';
import { Sharing } from './sharing.ts';

const key = expandSample('sk_live_{alnum:24}');
const scan = (text: string): readonly Seen[] => scanBytes(baseDetector(), Buffer.from(text)).seen;
const versions = Array.from({ length: 200 }, (_, i) =>
  scan(`${'// more\n'.repeat(i)}\n\n\nconst a = '${key}';\nconst b = 1;\n`),
);
/** All that is told of it except where in the text it begins and ends. */
const told = (seen: readonly Seen[]): unknown => seen.map((one) => ({ ...one, hit: { ...one.hit, start: 0, end: 0 } }));

test('what is seen in many versions of a file takes the room of one', () => {
  const sharing = new Sharing();
  const shared = versions.map((seen) => sharing.share(seen));
  expect(serialize(versions).length).toBeGreaterThan(50_000);
  expect(serialize(shared).length).toBeLessThan(serialize(versions).length / 6);
  expect(shared.map(told)).toEqual(versions.map(told));
  expect(shared[9]).toEqual(new Sharing().share(versions[9] ?? []));
});

test('what differs stays apart', () => {
  const other = scan(`const other = '${key}';`);
  const sharing = new Sharing();
  sharing.share(versions[0] ?? []);
  expect(told(sharing.share(other))).toEqual(told(other));
});
