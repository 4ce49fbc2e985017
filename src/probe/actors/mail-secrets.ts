const LINK = /https?:\/\/[^\s"'<>)\]]{1,2000}/gi;
const TELLING = /(?:verif|confirm|activat|magic|log-?in|sign-?in|token|code|auth|callback)/i;
const NAMED_CODE = /(?:code|otp|pin|passcode|password)\b[^\d]{0,60}?\b(\d{4,8})\b/i;
const CODE_BEFORE = /\b(\d{4,8})\b[^\d.]{0,30}\b(?:is your|as your|is the)\b/i;
const LETTERS_CODE = /\bcode(?: is)?:?\s+([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\b/;
const TOKEN_NAMES = ['token', 'token_hash', 'code', 'key', 't', 'verificationToken', 'confirmation_token', 'magic'];

export interface MailSecrets {
  code?: string;
  /** On an origin that may be asked. */
  link?: string;
  /** The token in the link. */
  token?: string;
}

/** The code and the link that a mail is sent for. */
export const findMailSecrets = (text: string, origins: readonly string[]): MailSecrets => {
  const start = text.slice(0, 100_000).replaceAll('&amp;', '&');
  const links = [...start.matchAll(LINK)]
    .slice(0, 100)
    .map(([found]) => found.replace(/[.,;:!?]+$/, ''))
    .filter((found) => URL.canParse(found) && origins.includes(new URL(found).origin));
  const link = links.find((found) => TELLING.test(found.slice(new URL(found).origin.length)));
  const words = start.replaceAll(LINK, ' ').replaceAll(/<style[\s\S]{0,20000}?<\/style>|<[^>]{0,1000}>/gi, ' ');
  const code =
    NAMED_CODE.exec(words)?.[1] ??
    CODE_BEFORE.exec(words)?.[1] ??
    LETTERS_CODE.exec(words)?.[1] ??
    /(?<![\d#.+-]\s?)\b\d{6}\b(?![\d.-])/.exec(words)?.[0];
  const token = link === undefined ? undefined : tokenIn(link);
  return {
    ...(code === undefined ? {} : { code }),
    ...(link === undefined ? {} : { link }),
    ...(token === undefined ? {} : { token }),
  };
};

const tokenIn = (link: string): string | undefined => {
  const { searchParams, hash, pathname } = new URL(link);
  const inHash = new URLSearchParams(hash.replace(/^#\/?[^?]*\??/, ''));
  const named = TOKEN_NAMES.map((name) => searchParams.get(name) ?? inHash.get(name)).find((value) => value != null);
  return named ?? pathname.split('/').findLast((part) => /^[\w-]{16,}$/.test(part));
};
