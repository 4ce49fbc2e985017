import express, { type Request, type RequestHandler } from 'express';
import type { z } from 'zod';
import { badRequest, HttpError } from '../../http/errors.ts';
import { parse } from '../../http/validate.ts';

const jsonOnly: RequestHandler = (req, _res, next) => {
  const [type = ''] = (req.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') {
    throw new HttpError(415, 'unsupported_media_type', 'That content type is not accepted.');
  }
  next();
};

/** Keeps the bytes as they were sent: a signature is made over them, not over what a parser made of them. */
export const rawBody: readonly RequestHandler[] = [
  jsonOnly,
  express.raw({ type: () => true, limit: '256kb', inflate: false }),
];

export const bytesOf = (req: Request): Buffer => (Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0));

/** Says the same for a missing, a wrong and an old signature. */
export const notSigned = (): HttpError => new HttpError(401, 'unauthorized', 'Not accepted.');

/** The JSON in a body whose signature has been checked. */
export const signedJson = <T extends z.ZodType>(schema: T, bytes: Buffer): z.output<T> => {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw badRequest('The body is not JSON.');
  }
  return parse(schema, value);
};
