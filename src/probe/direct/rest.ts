import type { ProbeMode } from '../../model/evidence/boundary.ts';
import type { Actor } from '../contract/actor.ts';
import type { Method } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, Body, GoodAnswer } from '../contract/send.ts';

/** Somebody with a token of the project. */
export interface Person {
  actor: Actor;
  /** Its id in auth.users, as the token says. */
  id: string;
  email: string | null;
  token: string;
}

export interface DataRequest {
  method: Method;
  /** From the root of the project: `/rest/v1/orders?id=eq.7`. */
  path: string;
  mode: ProbeMode;
  /** Nobody when left out: the public key alone, as every visitor has it. */
  as?: Person | null;
  body?: Body;
  headers?: Readonly<Record<string, string | null>>;
  maxBytes?: number;
  /** The answer may hold rows of third persons. */
  discreet?: boolean;
}

/** Asks a project as its client library does: the public key opens the door, the token says who it is. */
export const askData = (
  { send }: Pick<ProbeContext, 'send'>,
  { origin, publicKey }: { origin: string; publicKey: string },
  { method, path, mode, as = null, body, headers = {}, maxBytes, discreet = false }: DataRequest,
): Promise<Answer> =>
  send(
    {
      method,
      url: origin + path,
      headers: { apikey: publicKey, authorization: `Bearer ${as?.token ?? publicKey}`, cookie: null, ...headers },
      ...(body === undefined ? {} : { body }),
    },
    { as: as?.actor ?? null, mode, discreet, ...(maxBytes === undefined ? {} : { maxBytes }) },
  );

export interface DataError {
  code: string;
  message: string;
  details: string;
  hint: string;
}

/** The error that an answer brings, in PostgREST's form. */
export const errorOf = (answer: GoodAnswer): DataError => {
  const json = (typeof answer.json === 'object' && answer.json !== null ? answer.json : {}) as Record<string, unknown>;
  const text = (name: string): string => {
    const value = json[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 1_000) : '';
  };
  return {
    code: text('code') || text('statusCode') || text('error_code'),
    message: text('message') || text('msg') || text('error_description') || text('error'),
    details: text('details'),
    hint: text('hint'),
  };
};

declare const fine: unique symbol;
/** Marked, so that an answer of another status stays a good answer for the compiler. */
export type FineAnswer = GoodAnswer & { readonly [fine]: true };

export const isFine = (answer: Answer): answer is FineAnswer =>
  answer.ok && answer.status >= 200 && answer.status < 300;

/** PostgreSQL itself said no: by row-level security, or because the role has no right at all. */
export const isRefusal = (answer: Answer): boolean => {
  if (!answer.ok) return false;
  const { code, message } = errorOf(answer);
  return (
    code === '42501' ||
    code === '403' ||
    /row-level security|permission denied|not authorized|unauthorized/i.test(message) ||
    ((answer.status === 401 || answer.status === 403) && !/^(?:PGRST30|bad_jwt)/.test(code))
  );
};

/** How many rows there are, from `content-range: 0-0/123`. */
export const countOf = (answer: GoodAnswer): number | null => {
  const total = /\/(\d{1,15})$/.exec(answer.headers['content-range'] ?? '')?.[1];
  return total === undefined ? null : Number(total);
};

export const told = (answer: Answer): string => {
  if (!answer.ok) return `no answer (${answer.said})`;
  const { code, message } = errorOf(answer);
  return `${answer.status}${code === '' ? '' : ` ${code}`}${message === '' ? '' : `: ${message.slice(0, 160)}`}`;
};
