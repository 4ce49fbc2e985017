import { randomBytes } from 'node:crypto';
import type { Body } from '../contract/send.ts';

export interface EncodedBody {
  contentType: string;
  bytes: Uint8Array;
}

/** The bytes of a body and what they are called. */
export const encodeBody = (body: Body): EncodedBody => {
  if ('json' in body) return { contentType: 'application/json', bytes: Buffer.from(JSON.stringify(body.json)) };
  if ('form' in body) {
    return {
      contentType: 'application/x-www-form-urlencoded',
      bytes: Buffer.from(new URLSearchParams(body.form).toString()),
    };
  }
  if ('raw' in body) return { contentType: body.contentType, bytes: Buffer.from(body.raw) };
  return multipart(body);
};

/** RFC 7578. Names are quoted as browsers do it. */
const multipart = ({ file, fields = {} }: Extract<Body, { file: unknown }>): EncodedBody => {
  const boundary = `----launch-ready-${randomBytes(12).toString('hex')}`;
  const quoted = (text: string): string => text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(file.field)}"; filename="${quoted(file.name)}"\r\ncontent-type: ${file.contentType}\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([Buffer.from(parts.join('') + head), file.content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
};
