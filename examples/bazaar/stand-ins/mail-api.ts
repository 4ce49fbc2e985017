import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { z } from 'zod';
import type { CaughtMail, Keep } from './mail.ts';
import { mailboxPage } from './mailbox-page.ts';

const newMail = z.object({
  from: z.string(),
  to: z.array(z.email()).length(1),
  subject: z.string(),
  text: z.string(),
});

interface Answer {
  status: number;
  body: unknown;
}

/**
 * `POST /emails` as Resend has it: a bearer key, and an idempotency key that makes a retry harmless. `GET /messages` and `GET /` show
 * what was caught.
 */
export const mailApi = (apiKey: string, caught: readonly CaughtMail[], keep: Keep): RequestListener => {
  const sent = new Map<string, { body: string; id: string }>();

  const take = (req: IncomingMessage, body: string): Answer => {
    if (!sameText(req.headers.authorization ?? '', `Bearer ${apiKey}`))
      return { status: 401, body: { name: 'invalid_api_key' } };
    const key = String(req.headers['idempotency-key'] ?? '');
    const known = sent.get(key);
    if (known !== undefined && known.body !== body)
      return { status: 409, body: { name: 'invalid_idempotent_request' } };
    if (known !== undefined) return { status: 200, body: { id: known.id } };
    const mail = readMail(body);
    if (mail === null) return { status: 422, body: { name: 'validation_error' } };
    const { id } = keep({ ref: key, from: mail.from, to: mail.to[0] ?? '', subject: mail.subject, text: mail.text });
    if (key !== '') sent.set(key, { body, id });
    return { status: 200, body: { id } };
  };

  return (req, res) => {
    const answer = ({ status, body }: Answer): void => {
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const { pathname } = new URL(req.url ?? '/', 'http://localhost');
    const route = `${req.method} ${pathname}`;
    if (route === 'GET /messages') answer({ status: 200, body: { messages: caught } });
    else if (route === 'GET /')
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(mailboxPage(caught));
    else if (route !== 'POST /emails') answer({ status: 404, body: { name: 'not_found' } });
    else {
      bodyOf(req).then(
        (body) => answer(take(req, body)),
        () => res.destroy(),
      );
    }
  };
};

const readMail = (body: string): z.infer<typeof newMail> | null => {
  try {
    return newMail.parse(JSON.parse(body));
  } catch {
    return null;
  }
};

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const bodyOf = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};
