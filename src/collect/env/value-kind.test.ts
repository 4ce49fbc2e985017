import { describe, expect, test } from 'vitest';
import { expandSample } from '../secrets/samples.ts';
import { judgeValue } from './value-kind.ts';

describe('judgeValue', () => {
  test.each([
    ['PORT', '3000', 'setting'],
    ['STRIPE_SECRET_KEY', '', 'empty'],
    ['STRIPE_SECRET_KEY', 'sk_live_xxxxxxxxxxxxxxxxxxxxxxxx', 'placeholder'],
    ['JWT_SECRET', '${JWT_SECRET}', 'placeholder'],
    ['JWT_SECRET', 'encrypted:BDs9', 'placeholder'],
    ['API_KEY', 'op://vault/item/field', 'placeholder'],
    ['DATABASE_URL', 'postgres://postgres:postgres@localhost:5432/app', 'setting'],
    ['NEXT_PUBLIC_URL', 'https://shop-site.org', 'setting'],
    ['SUPPORT_EMAIL', 'help@shop.org', 'setting'],
    ['POSTGRES_PASSWORD', 'postgres', 'setting'],
    ['JWT_EXPIRES_IN', '15m', 'setting'],
    ['SESSION_SECRET', 'my-dev-session-secret-for-localhost', 'setting'],
    ['CRON_SECRET', '1234567890abcdef1234567890abcdef1234', 'placeholder'],
    ['ADMIN_KEY', 'xyz789abc123def456ghi789jkl012', 'setting'],
    ['S3_ACCESS_KEY_ID', 'minioadmin', 'setting'],
  ])('%s=%s is %s', (name, value, kind) => expect(judgeValue(name, value, 'local').value).toBe(kind));

  test('a provider format is a secret under any name, with its rule and mode, and masked', () => {
    const live = expandSample('sk_live_{alnum:24}');
    const judged = judgeValue('PAYMENTS', live, 'production');
    expect(judged).toMatchObject({ value: 'secret', rule: 'stripe-secret-key', mode: 'live' });
    expect(judged.masked).not.toContain(live.slice(10));
    expect(judgeValue('PAYMENTS', expandSample('sk_test_{alnum:24}'), 'local')).toMatchObject({
      value: 'secret',
      mode: 'test',
    });
  });

  test('publishable keys are settings and keep their mode', () => {
    expect(judgeValue('NEXT_PUBLIC_STRIPE', expandSample('pk_live_{alnum:24}'), 'production')).toMatchObject({
      value: 'setting',
      mode: 'live',
    });
  });

  test('a password in an address of another host is a secret', () => {
    expect(
      judgeValue('DATABASE_URL', expandSample('postgres://app:{alnum:20}@db.shop-prod.net/app'), 'unknown').value,
    ).toBe('secret');
  });

  test('a random value counts by its name, a phrase only where it is in use', () => {
    expect(judgeValue('COOKIE_SECRET', expandSample('{base64url:43}'), 'local').value).toBe('secret');
    expect(judgeValue('BUILD_HASH_COLOR', expandSample('{base64url:43}'), 'local').value).toBe('setting');
    expect(judgeValue('COOKIE_SECRET', 'marmalade rainbow tractor', 'production').value).toBe('secret');
    expect(judgeValue('COOKIE_SECRET', 'marmalade rainbow tractor', 'local').value).toBe('setting');
  });

  test('a random value under a public name is meant to be seen, unless name or format say otherwise', () => {
    expect(judgeValue('VITE_WIDGET_API_KEY', expandSample('{alnum:56}'), 'unknown').value).toBe('setting');
    expect(judgeValue('VITE_ADMIN_SECRET', expandSample('{alnum:40}'), 'unknown').value).toBe('secret');
    expect(judgeValue('VITE_PAY', expandSample('sk_live_{alnum:24}'), 'unknown').value).toBe('secret');
  });
});
