import type { Pointing } from '../../model/evidence/hosting.ts';

const ADDRESS =
  /^(?:([a-z][a-z0-9+.-]{1,20}):\/\/)?(?:[^@/\s]{0,300}@)?(\[[0-9a-f:]+\]|[\w*-]+(?:\.[\w*-]+)*)(?::\d{1,5})?(?:[/?#].*)?$/i;
const LOCAL = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\]|host\.docker\.internal)$/i;
/** RFC 2606, and the names that documentation leaves to be filled in. `test` is a top level that nobody can register. */
const STAND_IN =
  /^(?:(?:[\w-]{1,63}\.){0,5}example\.(?:com|org|net)|(?:(?:www|api|app|admin|mail|m)\.)?(?:(?:your|my)-?(?:own-?)?(?:domain|site|app|website|web-?site|company|shop|store|marketplace|project|backend|server|host|api|org|name)(?:-?(?:name|url|here|id))?(?:\.[\w-]+)+|my\.(?:marketplace|site|app|shop|store|company|domain)\.com|domain\.com|changeme(?:\.[\w-]+)+|todo(?:\.[\w-]+)+))$/i;
const BLANK = /^<[A-Za-z][\w .-]{1,60}>$|^(?:https?:\/\/)?(?:YOUR|MY)_[A-Z_]{2,40}$|^\[YOUR[ _-][\w -]{2,40}\]$/;

/** Host of an address in lower case; undefined for what is no address. A bare word needs a scheme or a dot to be one. */
export const hostOf = (value: string): string | undefined => {
  const [, scheme, host = ''] = ADDRESS.exec(value.trim().slice(0, 2_000)) ?? [];
  if (host === '' || (scheme === undefined && !host.includes('.') && !LOCAL.test(host))) return undefined;
  if (scheme === undefined && /^[\d.]+$/.test(host) && !LOCAL.test(host)) return undefined;
  return host.toLowerCase();
};

export const isLocal = (host: string): boolean => LOCAL.test(host);

export const isStandIn = (host: string): boolean => STAND_IN.test(host);

/** Where a configured address leads; undefined for what is none. A scheme or a host alone will do. */
export const pointingOf = (value: string): Pointing | undefined => {
  if (BLANK.test(value.trim())) return 'stand-in';
  const host = hostOf(value);
  if (host === undefined) return undefined;
  return isLocal(host) ? 'local' : isStandIn(host) ? 'stand-in' : 'elsewhere';
};
