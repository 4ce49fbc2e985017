import { expect, it } from 'vitest';
import { proofParts } from './proof.ts';

it('keeps what was said apart from what was sent', () => {
  const text = 'b read it.\nb (seller): GET /a\n  → 200  {}\n\nThe same for: seller';
  expect(proofParts({ kind: 'exchange', text })).toEqual({
    said: 'b read it.',
    exchange: ['b (seller): GET /a', '  → 200  {}', 'The same for: seller'],
  });
  expect(proofParts({ kind: 'file', text })).toEqual({ said: text, exchange: [] });
});
