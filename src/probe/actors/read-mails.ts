export interface Mail {
  /** The same in every listing. */
  key: string;
  to: readonly string[];
  subject: string;
  /** Text and HTML, one after the other. */
  text: string;
  /** Where the whole text is, when the list holds the beginning only. */
  rest?: string;
}

const MOST = 300;
const LONGEST = 200_000;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST) : '');

/** The messages of a listing: Mailpit's v1, MailHog's v2, or any list of `{ to, subject, text }`. Null for what is no listing. */
export const readMails = (json: unknown): Mail[] | null => {
  const list = Array.isArray(json)
    ? json
    : isObject(json)
      ? ['messages', 'items', 'emails', 'data', 'results']
          .map((name) => json[name])
          .find((value) => Array.isArray(value))
      : undefined;
  if (list === undefined) return null;
  const mails = (list as unknown[]).slice(-MOST);
  return mails.filter(isObject).map((mail, index) => {
    if (isObject(mail['Content'])) return fromMailHog(mail, mail['Content']);
    const id = textOf(mail['ID'] ?? mail['id'] ?? mail['messageId']);
    const to = addresses(mail['To'] ?? mail['to']);
    const subject = textOf(mail['Subject'] ?? mail['subject']);
    const text = ['Text', 'text', 'body', 'Snippet', 'HTML', 'html', 'content']
      .map((name) => textOf(mail[name]))
      .join('\n');
    const rest = id !== '' && 'Snippet' in mail ? { rest: `message/${encodeURIComponent(id)}` } : {};
    return { key: id === '' ? `${index}:${subject}:${text.length}` : id, to, subject, text, ...rest };
  });
};

/** `a@b`, `Anna <a@b>`, `{ Address: 'a@b' }`, `{ address: 'a@b' }`, or a list of them. */
const addresses = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]).slice(0, 50) : [value]).flatMap((one) => {
    const text = isObject(one) ? textOf(one['Address'] ?? one['address'] ?? one['email']) : textOf(one);
    return text
      .slice(0, 2_000)
      .split(',')
      .flatMap((part) => /[^\s<>"]+@[^\s<>"]+/.exec(part)?.[0] ?? []);
  });

const fromMailHog = (mail: Json, content: Json): Mail => {
  const headers = isObject(content['Headers']) ? content['Headers'] : {};
  const header = (name: string): string => {
    const values = headers[name];
    return Array.isArray(values) ? textOf(values[0]) : '';
  };
  const envelope = (Array.isArray(mail['To']) ? (mail['To'] as unknown[]) : []).filter(isObject);
  return {
    key: textOf(mail['ID']),
    to: [...envelope.map(({ Mailbox, Domain }) => `${textOf(Mailbox)}@${textOf(Domain)}`), ...addresses(header('To'))],
    subject: header('Subject'),
    text: plain(textOf(content['Body']), header('Content-Transfer-Encoding')),
  };
};

/** A body as it was meant. Of several parts each is decoded by its own header. */
const plain = (body: string, coding: string): string => {
  if (/^--\S+\r?\n/.test(body.trimStart())) {
    return body
      .split(/^--\S+\r?$/m)
      .map((part) => {
        const [head = '', ...rest] = part.trimStart().split(/\r?\n\r?\n/);
        return plain(rest.join('\n\n'), /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1] ?? '');
      })
      .join('\n');
  }
  if (/base64/i.test(coding)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(coding)) return body;
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};
