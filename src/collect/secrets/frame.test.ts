import { expect, test } from 'vitest';
import { Detector } from './detector.ts';
import { maskedFrame } from './frame.ts';
import { PROVIDERS } from './providers/registry.generated.ts';
import { expandSample } from './samples.ts';

test('a public value that is cut ends in an ellipsis, so that nobody takes it for what stands there', () => {
  const claims = '"iss":"supabase","ref":"abcdefghijklmnopqrst"';
  const anon = expandSample(`{jwt:{${claims},"role":"anon"}}`);
  const service = expandSample(`{jwt:{${claims},"role":"service_role"}}`);
  const bytes = Buffer.from(`const anon = '${anon}';\nconst service = '${service}';\n`);
  const { hits } = new Detector(PROVIDERS).scan(bytes);
  const secret = hits.find((hit) => hit.verdict === 'secret');
  expect(secret).toBeDefined();
  if (secret === undefined) return;
  expect(maskedFrame(bytes, secret, 2, hits).lines[0]).toBe(`const anon = '${anon.slice(0, 40)}…';`);
});
