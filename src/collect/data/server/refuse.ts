/** Addresses of this machine, of a container beside it or of a private network; a managed database is never a throwaway one. */
const NEAR =
  /^(?:localhost|[\w-]+\.localhost|[\w-]+\.local|127(?:\.\d{1,3}){3}|\[?::1\]?|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|host\.docker\.internal|[a-z][\w-]*)$/i;
const REAL = /(?:^|[^a-z])(?:prod|production|live|main|primary|master|staging|stage)(?:[^a-z]|$)/i;

/** Why a database may not be used for the replay, as far as its address tells; undefined where nothing speaks against it. */
export const reasonAgainst = (address: string): string | undefined => {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'it is no address of a PostgreSQL database (postgresql://user:password@localhost:5432/name)';
  }
  if (!/^postgres(?:ql)?:$/.test(url.protocol)) return 'only PostgreSQL can be used';
  // `?host=` would lead somewhere else than what was looked at.
  if (url.search !== '') return 'settings behind the address (?…) are not taken';
  if (!NEAR.test(url.hostname)) return `${url.hostname} is neither this machine nor a private network`;
  const named = [url.hostname, url.pathname.slice(1), decodeURIComponent(url.username)].find((part) => REAL.test(part));
  return named === undefined ? undefined : `“${named}” is the name of a real environment`;
};
