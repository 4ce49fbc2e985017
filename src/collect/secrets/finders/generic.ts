import type { Confidence, Power } from '../../../model/evidence/secrets.ts';
import { standInKind } from '../detect/placeholder.ts';
import { rarity, shannon } from '../detect/rarity.ts';
import type { Finder } from './finder.ts';
import { looksRandom } from './provider-rules.ts';

/** What may stand between a name's telling word and its value: rest of the name, two more words, quotes, an assignment. All bounded. */
const NAME_END = String.raw`^[\w.-]{0,40}(?:[ \t][\w.-]{1,15}){0,2}`;
const QUOTED = new RegExp(
  String.raw`${NAME_END}["'\]\x60]{0,2}[ \t]{0,4}(?::[ \t]?string[ \t]?)?(?:::?=|=>|={1,3}|:|\|\||\?\?|\?=)[ \t]{0,4}(["'\x60]|\\["'])([^\s"'\x60\\]{8,200})(?:["'\x60]|\\["'])`,
);
const XML = /^[\w.-]{0,40}>([^\s<>]{8,200})<\//;
const BARE = new RegExp(
  String.raw`${NAME_END}["']?[ \t]*(?:::?=|=>|[=:])[ \t]*([^\s"'\x60#<>{}()[\],;]{8,200})(?:[ \t]+#.*|[ \t]*[,;])?[ \t]*\r?(?:\n|$)`,
);
const FUNCTION = /^[\w.-]{0,40}["']?[ \t]*[,(][ \t]*["']([^\s"'`\\]{8,200})["'][ \t]*\)/;

/** Secrets that no provider's rule knows, by their variable's name and by how little they look like words. */
export const genericFinder: Finder = {
  anchors: ['passw', 'passphrase', 'pwd', 'secret', 'token', 'cred', 'auth', 'key'],
  find(text, start, end, _anchor, emit) {
    if (text.binary || !mayAssign(text.bytes, end)) return;
    const rest = text.slice(end, end + 300);
    const found = valueIn(rest);
    if (found === null) return;
    const name =
      (/[\w.-]{0,60}$/.exec(text.slice(start - 60, start))?.[0] ?? '') +
      text.slice(start, end) +
      (/^[\w.-]{0,40}/.exec(rest)?.[0] ?? '');
    const standIn = standInKind(found.value);
    const confidence =
      standIn === 'said' ? null : standIn === 'typed' ? judgeTyped(name, found.value) : judge(name, found.value);
    if (confidence === null) return;
    const at = end + found.at;
    const power = powerOf(name);
    emit({
      rule: 'generic-secret',
      ruleName: `Secret in \`${name.slice(0, 60)}\``,
      provider: 'generic',
      providerName: 'whatever accepts it',
      verdict: 'secret',
      confidence,
      power,
      testMode: false,
      impact: IMPACT[power],
      rotation: {
        kind: 'instant',
        at: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      },
      start: at,
      end: at + found.value.length,
      value: found.value,
      name,
      rank: 0,
      ...(standIn === 'typed' ? { typed: true as const } : {}),
      ...(found.bare ? { bare: true as const } : {}),
    });
  },
};

/**
 * A look on bytes alone before any pattern: rest of the name, quotes, an assignment, and eight characters that can be a value.
 * Most mentions of a word like `token` are no assignment, and most assignments are to something shorter.
 */
const mayAssign = (bytes: Buffer, end: number): boolean => {
  let at = skip(bytes, end, NAME, 40);
  for (let words = 0; words < 2 && bytes[at] === SPACE && is(bytes[at + 1], NAME); words++)
    at = skip(bytes, at + 1, NAME, 15);
  at = skip(bytes, at, QUOTE, 3);
  at = skip(bytes, at, BLANK, 12);
  if (!is(bytes[at], OPERATOR)) return false;
  at = skip(bytes, at, OPERATOR, 4);
  at = skip(bytes, at, BLANK, 12);
  at = skip(bytes, at, QUOTE, 2);
  const length = skip(bytes, at, VALUE, LEAST_VALUE) - at;
  return length === LEAST_VALUE || bytes.toString('latin1', at, at + 6) === 'string';
};

const LEAST_VALUE = 8;
const SPACE = 32;
const [NAME, QUOTE, BLANK, OPERATOR, VALUE] = [1, 2, 4, 8, 16];
const KINDS = new Uint8Array(256);
for (let byte = 33; byte < 256; byte++) KINDS[byte] = VALUE;
const mark = (letters: string, kind: number): void => {
  for (const letter of letters) KINDS[letter.charCodeAt(0)] = (KINDS[letter.charCodeAt(0)] ?? 0) | kind;
};
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-', NAME);
mark('"\'`]\\', QUOTE);
mark(' \t', BLANK);
mark(':=>|?,(', OPERATOR);
for (const letter of '"\'`\\<>') KINDS[letter.charCodeAt(0)] = (KINDS[letter.charCodeAt(0)] ?? 0) & ~VALUE;

const is = (byte: number | undefined, kind: number): boolean => ((KINDS[byte ?? 0] ?? 0) & kind) !== 0;

const skip = (bytes: Buffer, from: number, kind: number, most: number): number => {
  let at = from;
  while (at - from < most && is(bytes[at], kind)) at++;
  return at;
};

interface Found {
  value: string;
  at: number;
  bare: boolean;
}

const valueIn = (rest: string): Found | null => {
  const quoted = QUOTED.exec(rest);
  if (quoted !== null) return locate(quoted[0], quoted[2], false);
  const call = FUNCTION.exec(rest);
  if (call !== null) return locate(call[0], call[1], false);
  const xml = XML.exec(rest);
  if (xml !== null) return locate(xml[0], xml[1], false);
  const bare = BARE.exec(rest);
  return bare === null ? null : locate(bare[0], bare[1], true);
};

const locate = (whole: string, value: string | undefined, bare: boolean): Found | null =>
  value === undefined ? null : { value, at: whole.lastIndexOf(value), bare };

/** Names that speak of a secret without holding one. */
const NOT_A_SECRET =
  /hashed|encrypted|(?:url|uri|path|file|dir|name|id|ids|field|type|header|length|size|count|expiry|expires|expiration|ttl|age|limit|max|min|format|pattern|regex|label|title|text|message|msg|hint|help|description|placeholder|prefix|suffix|column|table|endpoint|host|algorithm|alg|provider|policy|strategy|version|status|error|input|selector|class|style|icon|symbol|address|contract|mint|supply|kind|mode|event|action|page|route|link|option|enabled|required|visible|valid|hash|digest|checksum|fingerprint|integrity|sha\d*|public|pub|uuid|guid|slug|cursor|nonce|salt)s?$|public[_-]?key|publishable|key[_-]?id|(?:page|next|continuation|cursor|sync|pagination|csrf|xsrf|design|token)[_-]?(?:token|key)|tokeni[sz]|tokens?[._-](?:address|color|size|name|type)/i;
const STRONG_NAME =
  /secret|password|passwd|passphrase|private[_-]?key|encryption[_-]?key|signing[_-]?key|master[_-]?key|api[_-]?key|access[_-]?key|auth[_-]?key|(?:access|auth|api|bearer|refresh|bot|service|admin|deploy)[_-]?token|session[_-]?key|jwt[_-]?key|credential|_token$|^token$|app[_-]?key/i;
/** Names that may hold a secret, and often hold something else. */
const WEAK_NAME = /(?:[_-]|[a-z])key$|^key$|auth$|creds?$|token$/i;
/** Values that are code, addresses, paths, dates, selectors or messages. */
const NOT_A_VALUE =
  /^(?:https?|wss?|file|data|mailto|tel|urn|chrome|blob|about):|^[./~]|^[a-z]+(?:[._/:-][a-z]+)+$|^[A-Z][A-Z_]+$|[(){}[\]<>;|\\]|\$[{a-z_]|%[sd]|^(?:true|false|null|undefined|none|string|number|boolean)\b|^\d{1,4}[-/.]\d|^[\w.+-]+@[\w-]+\.\w|^(?:sha\d{3}-|sha\d{3}:|md5:|\$2[aby]\$|\$argon2|pbkdf2)|^#[0-9a-f]{3,8}$|^var\(|^--|^@|^[A-Za-z]+\.[A-Za-z.]+$|^enc:|^ENC\[|^encrypted:|^0x[0-9a-f]{40}$|^arn:aws|^projects\/|^vault:|^op:\/\/|^ssm:/i;

const judge = (name: string, value: string): Confidence | null => {
  if (NOT_A_SECRET.test(name) || NOT_A_VALUE.test(value)) return null;
  if (isWordsOnly(value)) return null;
  const strong = STRONG_NAME.test(name);
  if (UUID.test(value)) return strong ? 'low' : null;
  const random =
    value.length >= 16 &&
    looksRandom(value) &&
    (isHex(value) || rarity(value) >= 6.5) &&
    shannon(value) * value.length >= 56;
  if (!strong) return random && value.length >= 20 && WEAK_NAME.test(name) ? 'low' : null;
  if (random) return 'medium';
  const isPassword = /passw|passphrase|pwd|secret/i.test(name);
  return isPassword && /\d/.test(value) && /[A-Za-z]/.test(value) && rarity(value) >= 4.5 ? 'low' : null;
};

const isHex = (value: string): boolean => /^[0-9a-f-]+$/i.test(value);

/** Typed values count only where the name leaves no doubt, and then little. */
const judgeTyped = (name: string, value: string): Confidence | null =>
  STRONG_NAME.test(name) &&
  !NOT_A_SECRET.test(name) &&
  !NOT_A_VALUE.test(value) &&
  value.length >= 16 &&
  /\d/.test(value)
    ? 'low'
    : null;

/** A provider's own kind of id: many hand them out as keys, and many more as names of things. */
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** `my-secret-token`, `authTokenHeader`, `some.i18n.key`: letters and separators without a digit. */
const isWordsOnly = (value: string): boolean => !/\d/.test(value) && rarity(value) < 7.5;

const powerOf = (name: string): Power => {
  if (/jwt|session|cookie|auth|signing|nextauth|admin/i.test(name)) return 'identity';
  if (/webhook|payment|stripe|payout|billing/i.test(name)) return 'money';
  if (/db|database|postgres|mysql|mongo|redis|encrypt|master/i.test(name)) return 'data';
  if (/smtp|mail|sms/i.test(name)) return 'messages';
  return /deploy|ssh|aws|cloud|infra/i.test(name) ? 'infrastructure' : 'data';
};

const IMPACT: Record<Power, string> = {
  identity: 'Sign in as anybody: whoever knows it can make sessions or tokens that the app accepts.',
  money: 'Forge what the app takes for a payment or payout event.',
  data: 'Reach whatever the app reaches with it; treat it as a key to customer data until shown otherwise.',
  messages: 'Send messages in your name.',
  infrastructure: 'Change what runs your app.',
  spend: 'Use the service at your cost.',
  limited: 'Little by itself.',
};
