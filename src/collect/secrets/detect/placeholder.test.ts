import { describe, expect, test } from 'vitest';
import { expandSample } from '../samples.ts';
import { isPlaceholder } from './placeholder.ts';

describe('isPlaceholder', () => {
  test.each([
    'sk_live_xxxxxxxxxxxxxxxxxxxxxxxx',
    'AKIAIOSFODNN7EXAMPLE',
    '${STRIPE_KEY}',
    '{{ .Values.key }}',
    '<your-api-key>',
    'your_api_key_here',
    'changeme',
    '0123456789abcdef0123456789abcdef',
    'abcdefghijklmnopqrstuvwxyz123456',
    '********************',
    'sk_test_replace_me_with_yours',
    'deadbeefdeadbeefdeadbeefdeadbeef',
    'abc123abc123abc123abc123',
    'process.env.SECRET',
  ])('%s stands in for a value', (value) => expect(isPlaceholder(value)).toBe(true));

  test.each([
    'pdl_live_apikey_{lower:26}_{alnum:22}_{alnum:3}',
    'access_token$production${lower:16}${hex:32}',
    'AGE-SECRET-KEY-1{upper:58}',
    'bedrock-api-key-{base64:80}',
    'secret-test-{base64url:36}',
    'apikey_{hex:64}',
    'key_test{alnum:24}',
  ])('%s is a real value: a key may be named in its own prefix', (template) => {
    const values = Array.from({ length: 50 }, (_, i) => expandSample(template, String(i)));
    expect(values.filter(isPlaceholder)).toEqual([]);
  });

  test.each([
    'my_api_key',
    'test_secret_key_1',
    'secret_key_for_the_payment_service',
    'api-key-goes-here-12345678901234567',
  ])('%s only names a key', (value) => expect(isPlaceholder(value)).toBe(true));

  test('a random value is never taken for one', () => {
    const templates = [
      'sk_live_{alnum:24}',
      'ghp_{alnum:36}',
      '{hex:32}',
      '{hex:64}',
      '{base64:40}',
      '{base64url:43}',
      'AKIA{base32:16}',
      '{uuid}',
    ];
    const values = templates.flatMap((template) =>
      Array.from({ length: 250 }, (_, i) => expandSample(template, String(i))),
    );
    expect(values.filter(isPlaceholder)).toEqual([]);
  });
});
