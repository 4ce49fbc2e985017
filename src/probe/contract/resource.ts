import type { Actor } from './actor.ts';

/** A value that stands nowhere else: whoever sees it has read what it was planted in. */
export interface Canary {
  value: string;
  /** Name of the actor whose it is. */
  owner: string;
  /** Where it was planted: `order.shippingAddress`. */
  place: string;
  /** Planted in a field that others may see by design (a title): shows up, proves nothing. */
  public: boolean;
  /** Names of others who may know it as parties of the deal: the seller whose thing was ordered. */
  parties?: readonly string[];
}

export interface CanaryBook {
  /** Makes one that satisfies the given bounds, e.g. an address or a phone number when the format asks. */
  plant(
    owner: Actor,
    place: string,
    options?: { public?: boolean; maxLength?: number; kind?: 'text' | 'email' | 'phone' | 'iban' },
  ): string;
  /** The private canaries that a text holds, encodings looked through (JSON, URL, HTML entities, base64). */
  seenIn(text: string): readonly Canary[];
}

/** An object in the app that belongs to one actor. */
export interface Resource {
  /** Singular: `order`. */
  type: string;
  /** Empty for what each actor has one of (`/me/payout-account`). */
  id: string;
  /** Name of the actor. */
  owner: string;
  /** Operation that made it or showed it first. */
  from: string;
  /** We made it, so we may change it. */
  ours: boolean;
  /** Values of the parameters by which it is addressed: `{ orderId: '…' }`, parents included. */
  keys: Readonly<Record<string, string>>;
  /** Anybody may read it by design: seen as nobody. */
  public: boolean;
  /** Names of others who may see it as parties of the deal: the seller whose thing was ordered. */
  parties?: readonly string[];
  /** The body that it was made with. */
  made?: Readonly<Record<string, unknown>>;
}

export interface ResourceStore {
  all(): readonly Resource[];
  of(owner: Actor, type?: string): readonly Resource[];
  /** Resources that fit a parameter name of an operation: `orderId`, or `id` below `/orders`. */
  fitting(operationId: string, parameter: string, owner: Actor): readonly Resource[];
  /** Makes a fresh object of the same type for a probe that will damage it. Undefined when it cannot be made again. */
  fresh(type: string, owner: Actor): Promise<Resource | undefined>;
}
