import { expect, test } from 'vitest';
import { isStartedByHand } from './server.ts';

test.each([
  'scripts/list.ts',
  'prisma/seed.ts',
  'packages/cli-v3/src/a.ts',
  'src/cli/run.ts',
  'delete-team.js',
  '.trash/page.ts',
  'vite.config.ts',
])('%s is started by hand', (path) => expect(isStartedByHand(path)).toBe(true));

test.each([
  'client/measure.ts',
  'src/clients/api.ts',
  'src/app/api/route.ts',
  'src/check-out.ts',
  'src/tools/mail.ts',
  'src/testimonials.ts',
  'checkout.js',
  'listings.js',
  'addresses.js',
])('%s is part of the app', (path) => expect(isStartedByHand(path)).toBe(false));
