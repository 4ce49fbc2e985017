/** A flaw of Bazaar for the comparison, and by what a failure of Schemathesis names it: the operation and the kind of failure. */
export interface Compared {
  id: string;
  /** A failure names the flaw when its operation and its type both fit. */
  names: { operation: RegExp; type: RegExp };
}

/** Of six families; each is of a kind that one of the peers says it looks for. */
export const COMPARED: readonly Compared[] = [
  {
    id: 'order-check-skips-visitors',
    names: { operation: /^GET \/api\/orders\/\{[^}]+\}$/, type: /IgnoredAuth|ObjectLevelAuthorization/ },
  },
  {
    id: 'reports-read-without-login',
    names: { operation: /^GET \/api\/moderation\/reports$/, type: /IgnoredAuth|ObjectLevelAuthorization/ },
  },
  {
    id: 'order-cancelled-by-anybody',
    names: {
      operation: /^POST \/api\/orders\/\{[^}]+\}\/cancel$/,
      type: /IgnoredAuth|ObjectLevelAuthorization|UseAfterFree/,
    },
  },
  {
    id: 'errors-with-stack',
    names: { operation: /./, type: /ServerError|JsonSchemaError|UndefinedStatusCode/ },
  },
  { id: 'cors-mirrors-any-origin', names: { operation: /./, type: /Header|Cors/i } },
  { id: 'session-cookie-readable-by-scripts', names: { operation: /login|sign-in|auth/, type: /Header|Cookie/i } },
];
