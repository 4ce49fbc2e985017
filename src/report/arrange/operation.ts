/** An operation's id taken apart: `GET /api/orders/{id}`, with the origin in front of method or path where there are several. */
export interface OperationParts {
  method: string;
  origin: string;
  path: string;
}

const ID = /^(?:(https?:\/\/[^/\s]+)\s+)?([A-Z]{3,10})\s+(?:(https?:\/\/[^/\s]+))?(\/?.*)$/s;

export const operationParts = (id: string): OperationParts => {
  const [, before = '', method = '', inside = '', path = id] = ID.exec(id) ?? [];
  return { method, origin: before || inside, path };
};

/** What stands in front of what a path is about. */
const LEADING = /^(?:api|apis|rest|v\d{1,3}|public|_?next|app)$/i;

/** The first segments of an operation's path, as far as they tell what it is about: `/api/orders`. `depth` adds more of them. */
export const prefixOf = (id: string, depth = 1): string => {
  const { origin, path } = operationParts(id);
  const segments =
    path
      .split(/[?#]/)[0]
      ?.split('/')
      .filter((segment) => segment !== '') ?? [];
  const first = segments.findIndex((segment) => !LEADING.test(segment));
  const kept = first === -1 ? segments : segments.slice(0, first + depth);
  const plain = kept.filter((segment, index) => index <= first || !/^[{:]/.test(segment));
  return `${origin}/${plain.join('/')}`;
};
