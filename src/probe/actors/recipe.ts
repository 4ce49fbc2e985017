import type { Presentation } from './present.ts';
import type { Session } from './session.ts';

/** How the app is asked to let one in by a password sent as fields. */
export interface FieldsRecipe {
  kind: 'fields';
  /** Absolute, or a path that is tried on the actor's own origin. */
  path: string;
  /** Where the path was found, when not on the app's first origin. */
  origin?: string;
  encoding: 'json' | 'form';
  /** Dotted when nested: `user.email`. */
  loginField: string;
  passwordField: string;
  /** What goes with it, e.g. `grant_type`. */
  extra: Readonly<Record<string, unknown>>;
  tokenAt?: string;
}

/** By a page with a form. */
export interface FormRecipe {
  kind: 'form';
  path: string;
  origin?: string;
  loginField?: string;
  passwordField?: string;
}

/** By a code or a link that is sent to the address. */
export interface MailRecipe {
  kind: 'mail';
  path: string;
  origin?: string;
  encoding: 'json' | 'form';
  loginField: string;
}

/** By the credentials of Auth.js, which has its own addresses. */
export interface AuthJsRecipe {
  kind: 'authjs';
  path: string;
}

export type Recipe = FieldsRecipe | FormRecipe | MailRecipe | AuthJsRecipe;

/** Whose way in it is. */
export interface Account {
  /** E-mail or user name. */
  login: string;
  password?: string;
  totpSecret?: string;
  /** Where it works. */
  origin: string;
  /** Go with everything it sends, e.g. an app's public key. */
  headers?: Readonly<Record<string, string>>;
}

export interface Entered {
  ok: true;
  session: Session;
  /** Candidates for the credential; a session of cookies alone has none. */
  token?: string;
  /** What the last answer said, to learn ids from. */
  json: unknown;
  /** `json login`, `form login` … */
  via: string;
  /** How the token travels, where the user said it. */
  presentation?: Presentation;
  /** The page that it ended at, for its CSRF token. */
  page?: string;
}

/** `absent`: there is nothing at that address. `shape`: it wants other fields. `refused`: it is there and said no. */
export interface NotEntered {
  ok: false;
  why: 'absent' | 'shape' | 'refused' | 'silent';
  said: string;
}

export type Attempt = Entered | NotEntered;

export const notEntered = (why: NotEntered['why'], said: string): NotEntered => ({ ok: false, why, said });
