import { gzipSync } from 'node:zlib';
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { planReading } from '../../git/pack/plan-reading.ts';
import { surveyPacks } from '../../git/pack/survey-packs.ts';
import { emptyRepository, pack, storeBlobs } from '../../git/pack/testing/repository.ts';
import { listObjects } from '../../history/list-objects.ts';
import { baseDetector } from '../base-detector.ts';
import { expandSample } from '../samples.ts';
import type { JobResult } from './protocol.ts';
import { scanBlobs } from './scan-blobs.ts';
import { scanPacked } from './scan-packed.ts';
import { Tally } from './tally.ts';

const MOST = 64 * 1024 * 1024;
const never = new AbortController().signal;
const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));

const canonical = (result: JobResult): unknown => ({
  ...result,
  found: result.found.toSorted((a, b) => a.at.localeCompare(b.at)),
  skipped: result.skipped.toSorted((a, b) => a.at.localeCompare(b.at)),
});

/** Scans versions of a file out of a pack of deltas, and through git. */
const bothWays = async (versions: readonly Buffer[]): Promise<{ packed: JobResult; git: JobResult; left: number }> => {
  const root = emptyRepository();
  roots.push(root);
  pack(root, [...new Set(storeBlobs(root, versions))], '--delta-base-offset', '--depth=50', '--window=50');
  const detector = baseDetector();
  const objects = await listObjects(root, never);
  const { parts, elsewhere } = planReading(await surveyPacks(root, never), objects.blobs);
  const [packed, git] = [new Tally(detector, MOST, () => {}), new Tally(detector, MOST, () => {})];
  for (const part of parts) await scanPacked(detector, packed, root, part, MOST);
  await scanBlobs(git, root, objects.blobs.slice(0, objects.blobs.length), MOST);
  return { packed: packed.result(), git: git.result(), left: elsewhere.length };
};

const stripe = expandSample('sk_live_51{alnum:97}', 'packed');
const service = expandSample(
  '{jwt:{"iss":"supabase","ref":"abcdefghijklmnopqrst","role":"service_role","iat":1700000000,"exp":2015000000}}',
);
const PRIVATE = 'PRIVATE';
const keyLines = Array.from({ length: 24 }, (_, i) => expandSample('{base64:64}', `packed${i}`));
const pem = `-----BEGIN RSA ${PRIVATE} KEY-----\n${keyLines.join('\n')}\n-----END RSA ${PRIVATE} KEY-----\n`;
const wrapped = Buffer.from(`${'x'.repeat(900)} STRIPE=${stripe} ${'y'.repeat(900)}`).toString('base64');
const claims = Buffer.from(JSON.stringify({ sub: 'a', exp: 2_015_000_000, scope: 's'.repeat(900) })).toString(
  'base64url',
);
const longToken = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${claims}.${expandSample('{base64url:43}', 'packed')}`;
const secrets = [
  `const k = "${stripe}";\n`,
  `key: ${service}\n`,
  pem,
  `data: ${wrapped}\n`,
  `token: ${longToken}\n`,
  `DATABASE_URL=postgres://admin:${expandSample('{alnum:20}', 'packed')}@db.prod-host.io:5432/app\n`,
  `headers: { Authorization: "Bearer ${expandSample('{alnum:700}', 'packed')}" }\n`,
  `temporal:\n  apiKey: ${longToken}\n`,
  `api_key = "${expandSample('{alnum:32}', 'packed')}"\n`,
];

const filler = (seed: number, lines: number): string =>
  Array.from({ length: lines }, (_, i) => `export const value${seed}_${i} = compute(${i * seed}); // step ${i}\n`).join(
    '',
  );

describe('finds the same as a scan of every blob', () => {
  test.each(secrets.map((secret, i) => [i, secret] as const))(
    'where secret %i is completed piece by piece',
    async (_, secret) => {
      const [before, after] = [filler(3, 200), filler(5, 200)];
      const versions: string[] = [before + after];
      // Every piece comes with a change of its own, at its end, its start and in its middle.
      for (let cut = 1; cut <= 12; cut++) {
        const at = Math.floor((secret.length * cut) / 12);
        versions.push(before + secret.slice(0, at) + after, before + secret.slice(-at) + after);
        versions.push(`${before}${secret.slice(0, at / 2)}#${secret.slice(at / 2)}${after}`);
      }
      versions.push(`${before}\n${after}${secret}`, secret + before + after, before + secret + after);
      const { packed, git, left } = await bothWays(versions.map((text) => Buffer.from(text)));
      expect(left).toBe(0);
      expect(git.found.length).toBeGreaterThan(0);
      expect(canonical(packed)).toEqual(canonical(git));
    },
  );

  test.each([1, 2, 3, 4, 5, 6])('through random changes, series %i', async (seed) => {
    let state = seed * 7919;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const pieces = secrets.flatMap((secret) => [
      secret,
      secret.slice(0, secret.length / 2),
      secret.slice(secret.length / 2),
    ]);
    let text = filler(seed, 300);
    const versions: Buffer[] = [];
    for (let i = 0; i < 80; i++) {
      const at = random(text.length);
      const to = Math.min(text.length, at + random(400));
      const kind = random(5);
      if (kind === 0) text = text.slice(0, at) + text.slice(to);
      else if (kind === 1) text = text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at);
      else if (kind === 2) text = text.slice(to) + text.slice(0, to);
      else if (kind === 3) text = text.slice(0, at) + filler(i, 1) + text.slice(at);
      else text = text.slice(0, at) + String(random(10)) + text.slice(at + 1);
      if (random(12) === 0) text = filler(seed, 300) + text.slice(0, random(2000));
      versions.push(Buffer.from(text));
    }
    const { packed, git } = await bothWays(versions);
    expect(git.found.length).toBeGreaterThan(0);
    expect(canonical(packed)).toEqual(canonical(git));
  });

  test('where a version is text, binary, UTF-16, a picture or an archive, and the next is not', async () => {
    const text = Buffer.from(`${filler(7, 100)}api_key = "${expandSample('{alnum:32}', 'kinds')}"\n${filler(8, 400)}`);
    const plain = Buffer.from(filler(7, 100) + filler(8, 400));
    const mark = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from('\0'), bytes]);
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]), text]);
    const tar = Buffer.concat([plain.subarray(0, 257), Buffer.from('ustar'), plain.subarray(262)]);
    const versions = [
      plain,
      text,
      mark(plain),
      mark(text),
      png,
      tar,
      gzipSync(text),
      Buffer.from(text.toString(), 'utf16le'),
    ];
    const { packed, git } = await bothWays(versions);
    expect(canonical(packed)).toEqual(canonical(git));
  });
});
