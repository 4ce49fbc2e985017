import { createHash, sign } from 'node:crypto';

/**
 * A signature that names fields more often than the message has them, which mailauth does not make (RFC 6376 8.15). relaxed/relaxed; the message
 * has no folded fields.
 */
export const oversigned = (message: string, names: readonly string[], domain: string, key: string): string => {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const body = rest
    .join('\r\n\r\n')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ (?=\r\n)/g, '')
    .replace(/(?:\r\n)*$/, '\r\n');
  const fields = head.split('\r\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [
      line.slice(0, colon).toLowerCase(),
      line
        .slice(colon + 1)
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ];
  });
  const hash = createHash('sha256').update(body).digest('base64');
  const value = `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=s1; h=${names.join(':')}; bh=${hash}; b=`;
  const signed = names.flatMap((name) => {
    const at = fields.findLastIndex(([one]) => one === name.toLowerCase());
    const [field] = at < 0 ? [] : fields.splice(at, 1);
    return field === undefined ? [] : [`${field.join(':')}\r\n`];
  });
  const b = sign('sha256', Buffer.from(`${signed.join('')}dkim-signature:${value}`), key).toString('base64');
  return `DKIM-Signature: ${value}${b}\r\n`;
};
