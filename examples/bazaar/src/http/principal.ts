import type { Role } from '../db/types.ts';

/** Who makes the request. Read from the database on every request, so that a changed role counts at once. */
export interface Principal {
  id: string;
  email: string;
  name: string;
  role: Role;
  verified: boolean;
  /** The shop of a seller. */
  shopId: string | null;
  /** A browser's session needs a CSRF token; a bearer token does not. */
  session: { id: string; csrfToken: string; admin: boolean } | null;
}

declare module 'express-serve-static-core' {
  interface Request {
    user?: Principal;
  }
}
