import { describe, expect, test } from 'vitest';
import { Detector } from '../../../detector.ts';
import { expandSample } from '../../../samples.ts';
import { PROVIDERS } from '../../registry.generated.ts';

const detector = new Detector(PROVIDERS);
const found = (template: string): string[] =>
  detector.scan(Buffer.from(`\n${expandSample(template)}\n`, 'latin1')).hits.map((hit) => hit.provider);

describe('the prefixes that several providers share', () => {
  test.each([
    ['const key = "sk_live_51{alnum:97}"', 'stripe'],
    ['const key = "sk_live_{alnum:24}"', 'stripe'],
    ['const key = "sk_live_{alnum:42}"', 'clerk'],
    ['CLERK_SECRET_KEY=sk_live_{alnum:50}', 'clerk'],
    ['const key = "sk_live_a2V5Xz{alnum:69}"', 'workos'],
    ['HIGHNOTE_KEY=sk_live_a2V5Xz{alnum:69}', 'highnote'],
    ['const key = "sk_live_{hex:40}"', 'paystack'],
    ['const key = "sk_live_{HEX:16}"', 'magic'],
    ['PAYMONGO_SECRET_KEY=sk_live_{alnum:24}', 'paymongo'],
    ['MOYASAR_SECRET_KEY=sk_live_{alnum:40}', 'moyasar'],
    ['const key = "sk_test_51{alnum:97}"', 'stripe'],
    ['const key = "sk_test_{hex:40}"', 'paystack'],
    ['const key = "sk_test_{alnum:42}"', 'clerk'],
    ['const key = "pk_live_51{alnum:97}"', 'stripe'],
    ['const key = "pk_live_Y2xlcmsu{alnum:18}"', 'clerk'],
    ['const secret = "whsec_{alnum:32}"', 'stripe'],
    ['const secret = "whsec_{alnum:20}+{alnum:10}="', 'standard-webhooks'],
    ['RESEND_WEBHOOK_SECRET=whsec_{alnum:32}', 'standard-webhooks'],
  ])('%s is of %s', (template, provider) => {
    expect(found(template)).toEqual([provider]);
  });
});
