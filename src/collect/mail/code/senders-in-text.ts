import type { CodeSender } from '../../../model/evidence/mail.ts';

/** One address as the text shows it; `at` is its offset. */
export type FoundSender = Pick<CodeSender, 'address' | 'domain' | 'name' | 'as'> & { at: number };

/** A string that is an address, or a name and an address in angle brackets, and nothing else. */
const ADDRESS =
  /(["'`])(?:[^"'`\n<>@]{0,100}<[ \t]?([\w.%+-]{1,64}@[a-z\d][a-z\d.-]{0,252})[ \t]?>|[ \t]?([\w.%+-]{1,64}@[a-z\d][a-z\d.-]{0,252})[ \t]?)\1/gi;
/** So far before the string its name is looked for. */
const REACH = 200;
const MOST = 200;
const MOST_LINE = 1_000;
const COMMENT = /^\s*(?:\/\/|\*|\/\*|#|<!--)/;
const KEY = /([A-Za-z_$][\w$]*)["']?\]?[ \t]*(?::(?!:)|=(?![=>]))/g;
const VARIABLE =
  /\b(?:env|config|settings|process\.env|import\.meta\.env)\b[^,;\n]{0,20}?\b([A-Z][A-Z0-9_]*|[a-z]\w*)/g;
/** Names that speak of mail by themselves. */
const TELLING = /[mM]ail|MAIL|[sS]mtp|SMTP|^(?:[A-Z\d_]+_)?FROM(?:_ADDRESS)?$/;
/** Keys inside of an object that is a sender. */
const PART = /^(?:e?mail|address|addr|value|default)$/i;

/** What hands mail over: packages, and calls as everybody names them. */
const SENDS =
  /(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire\(\s*)['"](?:npm:)?(?:nodemailer|resend|postmark|mailgun[.-]js|mailersend|node-mailjet|sparkpost|loops|@plunk\/node|@sendgrid\/\w+|@aws-sdk\/client-ses(?:v2)?|@getbrevo\/brevo|@mailchimp\/\w+)\b|\b(?:createTransport|send\w{0,30}[eE]?[mM]ails?|send_mail|\w*[eE]mails?\.send|EmailMessage|EmailMultiAlternatives)\s*\(|\bnew Resend\b/;

/** Addresses that a text of JavaScript, TypeScript or Python sends from: strings that are held by something called from or sender. */
export const sendersInText = (text: string): FoundSender[] => {
  const found: FoundSender[] = [];
  const isSender = SENDS.test(text);
  const isMarkup = /<\/?[A-Za-z][\w.]*[\s/>]/.test(text);
  for (const hit of text.matchAll(ADDRESS)) {
    if (found.length >= MOST) break;
    const address = hit[2] ?? hit[3] ?? '';
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    // `<Preview from="…">` shows it to somebody.
    if (/[^\s=!<>?:]=$/.test(text.slice(Math.max(0, hit.index - 2), hit.index)) && isMarkup) continue;
    if (domain.endsWith('.') || COMMENT.test(lineBefore(text, hit.index))) continue;
    const holder = holderOf(before(text, hit.index));
    // A plain “from” is of many things: where no mail is sent, it may be a form's.
    if (holder === null || !(isSender || TELLING.test(holder.name))) continue;
    const local = address.slice(0, address.lastIndexOf('@'));
    found.push({ address: `${local}@${domain}`, domain, at: hit.index, ...holder });
  }
  return found;
};

/** The line up to there, as far as a comment at its begin could matter. */
const lineBefore = (text: string, at: number): string => {
  const near = text.slice(Math.max(0, at - MOST_LINE), at);
  return near.slice(near.lastIndexOf('\n') + 1);
};

/** The words in front of a string, up to the end of the statement before, and without what other strings say. */
const before = (text: string, at: number): string => {
  const words = text.slice(Math.max(0, at - REACH), at).replaceAll(/(["'`])(?:(?!\1)[^\\\n])*\1/g, (whole) => {
    // A key in quotes is a name; what holds more than a word is a value.
    return /^["'`][\w$]+["'`]$/.test(whole) ? whole : '""';
  });
  return words.slice(words.lastIndexOf(';') + 1);
};

/** What holds the string, when that is a sender. */
const holderOf = (words: string): Pick<FoundSender, 'name' | 'as'> | null => {
  const keys = [...words.matchAll(KEY)];
  const key = keys.at(-1);
  if (key === undefined) return null;
  const behind = words.slice(key.index + key[0].length);
  // What stands behind a comma or a bracket belongs to somebody else; an argument of a call like default('…') does not.
  if (/[,}\]]|\n\s*\n/.test(withoutCalls(behind))) return null;
  const as = /\benv\b|getenv|environ/.test(behind)
    ? 'fallback'
    : /\|\||\?\?|\?[^.]|\bdefault\s*\(/.test(behind) || isArgument(words, key)
      ? 'default'
      : 'fixed';
  const [, name = ''] = key;
  if (isSenderName(name)) return { name, as };
  const outer = keys.at(-2);
  if (outer !== undefined && PART.test(name) && isSenderName(outer[1] ?? '')) {
    const between = words.slice(outer.index + outer[0].length, key.index);
    if (/^\s*\{[^{}]*$/.test(between)) return { name: outer[1] ?? '', as };
  }
  const variable = [...behind.matchAll(VARIABLE)].find(([, one = '']) => isSenderName(one));
  return variable === undefined ? null : { name: variable[1] ?? '', as: 'fallback' };
};

/** `{ from = '…' }` or `(from = '…')`: of an argument, not of a constant or a member. */
const isArgument = (words: string, key: RegExpExecArray): boolean =>
  key[0].endsWith('=') && /[({,]\s*$/.test(words.slice(0, key.index));

const withoutCalls = (text: string): string => text.replaceAll(/\([^()]*\)/g, '');

/** Names with one of these hold something about a sender, or an address that mail goes to. */
const OTHER: ReadonlySet<string> = new Set(
  'to reply replyto name date user id error format message placeholder example regex pattern label hint help description text title'.split(
    ' ',
  ),
);

/** `from`, `fromEmail`, `EMAIL_FROM`, `sender_address`: the word is a part of the name, and nothing says that it is of another kind. */
export const isSenderName = (name: string): boolean => {
  const parts = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_$]+/);
  return (
    parts.some((part) =>
      ['from', 'sender', 'mailfrom', 'emailfrom', 'fromemail', 'fromaddress', 'smtpfrom'].includes(part),
    ) && !parts.some((part) => OTHER.has(part))
  );
};
