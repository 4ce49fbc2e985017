import { expect, test } from 'vitest';
import type { Hit } from '../detect/hit.ts';
import { Text } from '../detect/text.ts';
import { expandSample } from '../samples.ts';
import { jwtFinder } from './jwt.ts';

const hit = (text: string): Hit | undefined => {
  const hits: Hit[] = [];
  jwtFinder.find(new Text(Buffer.from(text), false), 0, 3, 0, (one) => hits.push(one));
  return hits[0];
};
const service = expandSample('{jwt:{"iss":"supabase","ref":"abcdefghijklmnopqrst","role":"service_role"}}');

test('a token that can be signed as it says is what its claims say', () => {
  expect(hit(service)).toMatchObject({ rule: 'supabase-service-role-key', verdict: 'secret', confidence: 'high' });
});

test.each([
  ['cut', service.slice(0, -3)],
  ['made up by an assistant, too long', `${service}S6U_qS6U_qS6U_qS6U_qS6U_qS6U`],
])('a signature that is no HS256 signature works nowhere, %s: a person looks', (_, token) => {
  expect(hit(token)).toMatchObject({
    rule: 'supabase-service-role-key',
    ruleName: 'Supabase service_role key with a broken signature',
    verdict: 'secret',
    confidence: 'low',
  });
});
