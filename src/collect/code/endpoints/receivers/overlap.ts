const plain = (path: string): string => path.replace(/\/?\*\w*$/, '').replace(/\/$/, '');

/** A middleware under a path is in the way of a route below it. */
export const isRelevant = (middleware: string, route: string): boolean => {
  const head = plain(middleware);
  if (head === '') return true;
  const [parts, others] = [head.split('/'), route.split('/')];
  return (
    parts.length <= others.length &&
    parts.every((part, index) => part === others[index] || part.startsWith(':') || part === '*')
  );
};

/** A middleware may be in the way of some route below a mount: one of the two paths contains the other. */
export const pathOverlaps = (middleware: string, mount: string): boolean =>
  isRelevant(middleware, mount) || isRelevant(mount, middleware);
