import { expect, test } from 'vitest';
import type { Hit } from '../detect/hit.ts';
import { Text } from '../detect/text.ts';
import { expandSample } from '../samples.ts';
import { connectionStringFinder } from './connection-string.ts';

const confidence = (text: string): string | undefined => {
  const hits: Hit[] = [];
  const at = text.indexOf('://');
  connectionStringFinder.find(new Text(Buffer.from(text), false), at, at + 3, 0, (hit) => hits.push(hit));
  return hits[0]?.confidence;
};

test.each([
  [expandSample('https://shop:{alnum:20}@api.shop.io/v1'), 'high'],
  ['https://user:pass%23pass@api.shop.io/', 'low'],
  ['https://proxyuser:proxypass@proxy.shop.io/', 'low'],
  ['postgres://shop:correcthorse@db.shop.io/shop', 'high'],
  ['https://user:pass@api.shop.io/', undefined],
])('%s is %s', (text, expected) => expect(confidence(text)).toBe(expected));
