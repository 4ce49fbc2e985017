import { randomBytes } from 'node:crypto';

/** A label or a path that nobody has. */
export const madeUp = (): string => `lr-${randomBytes(5).toString('hex')}`;
