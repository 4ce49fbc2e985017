/** The zones of the domains as Cloudflare's API gives them to the token. */
export interface CloudflareEvidence {
  /** Why the API was not asked, or gave no zone: without a token, with a wrong one, or while it is down. */
  problem: { kind: 'no-token' | 'refused' | 'unavailable'; said: string } | null;
  zones: readonly CloudflareZone[];
  /** Domains for which the token sees no zone. */
  unseen: readonly string[];
  /** Domains that are delegated to Cloudflare's name servers: their zones are set there by whoever owns them. */
  delegated: readonly string[];
  /** Paths that machines call: webhooks, as the code and the config name them. */
  called: readonly string[];
}

/** A part of a zone that was read, or why it was not. */
export type Read<T> = { ok: true; value: T } | { ok: false; said: string };

export interface CloudflareZone {
  id: string;
  name: string;
  /** `active`, `pending` … */
  status: string;
  paused: boolean;
  /** `free`, `pro`, `business`, `enterprise`. */
  plan: string;
  /** By setting id; values as the API has them. */
  settings: Readonly<Record<string, Read<unknown>>>;
  /** Rules of the zone's entry point by phase; empty where there is none. */
  rules: Readonly<Record<string, Read<readonly CloudflareRule[]>>>;
  /** `active`, `pending`, `disabled`. */
  dnssec: Read<string>;
  bots: Read<{ fightMode: boolean; superFightMode: boolean }>;
  universalSsl: Read<boolean>;
}

export interface CloudflareRule {
  id: string;
  ref: string;
  description: string;
  enabled: boolean;
  action: string;
  expression: string;
  /** `action_parameters`, as the API has it. */
  parameters: unknown;
  /** `ratelimit`, as the API has it. */
  ratelimit: unknown;
}
