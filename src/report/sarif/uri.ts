/** A path of the repository as a relative URI reference (RFC 3986 4.2): every segment encoded, never leading out. */
export const relativeUri = (path: string): string =>
  path
    .toWellFormed()
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
