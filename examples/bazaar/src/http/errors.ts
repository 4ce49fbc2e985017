import type { ErrorRequestHandler, Request } from 'express';
import type { Context } from '../platform/context.ts';
import { errorPage } from './error-page.ts';

/** An answer that the caller may see. Anything else that is thrown becomes a 500 without details. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(status: number, code: string, message: string, fields?: Readonly<Record<string, string>>) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

export const badRequest = (message: string, fields?: Record<string, string>): HttpError =>
  new HttpError(400, 'bad_request', message, fields);
export const unauthorized = (): HttpError => new HttpError(401, 'unauthorized', 'Please log in.');
export const forbidden = (message = 'You may not do this.'): HttpError => new HttpError(403, 'forbidden', message);
/** Also for what exists but is somebody else's: its existence is not told. */
export const notFound = (): HttpError => new HttpError(404, 'not_found', 'There is nothing here.');
export const conflict = (code: string, message: string): HttpError => new HttpError(409, code, message);

/** Errors of the body parsers carry a status of their own. */
const fromParser = (error: unknown): HttpError | undefined => {
  const { status, type } = error as { status?: unknown; type?: unknown };
  if (status === 413 || type === 'entity.too.large') return new HttpError(413, 'too_large', 'That is too large.');
  if (status === 415) return new HttpError(415, 'unsupported_media_type', 'That content type is not accepted.');
  if (typeof status === 'number' && status >= 400 && status < 500) return badRequest('The request could not be read.');
  return undefined;
};

export const wantsJson = (req: Request): boolean =>
  req.path.startsWith('/api/') ||
  req.path.startsWith('/webhooks/') ||
  req.path === '/graphql' ||
  req.accepts(['html', 'json']) === 'json';

/** The last handler: turns whatever was thrown into one answer that tells no internals. */
export const errorHandler =
  ({ log }: Context): ErrorRequestHandler =>
  (error: unknown, req, res, _next) => {
    const known = error instanceof HttpError ? error : fromParser(error);
    if (known === undefined) log.error({ err: error, requestId: req.id }, 'request failed');
    const answer = known ?? new HttpError(500, 'internal', 'Something went wrong on our side.');
    if (res.headersSent) {
      res.destroy();
      return;
    }
    res.status(answer.status);
    if (wantsJson(req)) {
      res.json({ error: { code: answer.code, message: answer.message, fields: answer.fields } });
    } else if (answer.status === 401 && req.method === 'GET') {
      res.redirect(303, `/login?next=${encodeURIComponent(req.originalUrl)}`);
    } else {
      res.type('html').send(errorPage(req, answer).text);
    }
  };
