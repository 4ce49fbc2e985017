/** How caches treat answers that are for one user. Asked without a login, each twice. */
export interface EdgeCaching {
  answers: readonly CachedAnswer[];
}

export interface CachedAnswer {
  url: string;
  /** `private`: a path for one user. `suffix`: the same with the name of a picture or style behind it. `nowhere`: a path that nobody knows. */
  kind: 'private' | 'suffix' | 'nowhere';
  first: CacheFacts;
  second: CacheFacts;
}

export interface CacheFacts {
  /** 0: no answer. */
  status: number;
  cacheControl: string;
  type: string;
  /** What the cache says of itself: `cf-cache-status: HIT`. */
  cache: string;
  /** It was handed out of a shared cache. */
  hit: boolean;
  /** A shared cache may keep it (RFC 9111 3). */
  storable: boolean;
  setsCookie: boolean;
  /** SHA-256 of the body, hex. */
  digest: string;
}
