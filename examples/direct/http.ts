import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Claims, Database } from './database.ts';

/** One request to the platform, its token already read. */
export interface Call {
  req: IncomingMessage;
  res: ServerResponse;
  url: URL;
  /** Path below the service: `/orders`. */
  path: string;
  claims: Claims;
  body: Buffer;
  database: Database;
}

export class Refusal extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    super(`refused with ${status}`);
    this.status = status;
    this.body = body;
  }
}

export const answer = (
  res: ServerResponse,
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  res.end(body === undefined ? undefined : JSON.stringify(body));
};

export const jsonOf = (body: Buffer): Record<string, unknown> => {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  } catch {
    throw new Refusal(400, { code: 'PGRST102', message: 'Empty or invalid json', details: null, hint: null });
  }
};

export const bodyOf = async (req: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts);
};
