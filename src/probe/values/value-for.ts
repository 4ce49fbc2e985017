import type { Actor } from '../contract/actor.ts';
import type { JsonSchema } from '../contract/operation.ts';
import type { CanaryBook } from '../contract/resource.ts';

/** Who a value is made for, and what it may refer to. */
export interface ValueContext {
  /** Canaries are planted as this actor's. */
  owner: Actor;
  canaries: CanaryBook;
  /** What the value is part of: `order`. Canaries stand in `<place>.<name>`. */
  place: string;
  now: Date;
  /** The value for a name that refers to another object (`listingId`); undefined when there is none. */
  reference?: (name: string, path: readonly string[]) => unknown;
  /** No private canaries: for bodies that are tried as somebody else. */
  plain?: boolean;
}

/** A value that satisfies the schema and is believable for the name. Undefined when none could be made. */
export const valueFor = (_schema: JsonSchema, _name: string, _context: ValueContext): unknown => undefined;
