/** Headers whose value is a credential. */
const SECRET_HEADER =
  /^(?:authorization|proxy-authorization|cookie|set-cookie|x-csrf-token|x-xsrf-token|x-api-key|apikey|.*(?:-|_)(?:token|secret|signature|key))$/i;
/** Members of a JSON or form body whose value is a credential. */
const SECRET_MEMBER =
  /(["']?\b\w*(?:password|passwd|passphrase|secret|token|api_?key|otp|client_secret|session|csrf|jwt)\w*["']?\s*[:=]\s*)(["'])((?:[^"'\\]|\\.){4,})\2/gi;
const SECRET_FIELD = /((?:^|[&?])\w*(?:password|secret|token|api_?key|otp|signature|code)\w*=)([^&\s#]{4,})/gi;
/** `postgres://app:secret@db/shop` (RFC 3986 3.2.1). */
const USERINFO = /\b([a-z][a-z\d+.-]{1,20}:\/\/[^\s:@/"'<>]{0,100}:)([^\s@/"'<>]{1,200})(?=@)/gi;
/** A line of an env file or of a page of settings: `STRIPE_KEY=…`, `AUTH_SECRET: …`, escaped line breaks too. */
const SETTING =
  /((?:^|[\s"'{,;>]|\\n)(?:export )?[A-Z][A-Z\d_]*(?:KEY|SECRET|TOKEN|PASSWORD|PASSWD|PASS|PWD|CREDENTIALS?|SALT|DSN)["']?(?:\s*=\s*|\s*:\s+|["']\s*:\s*)["']?)(?![^\s"']*\*{4})([^\s"'<>,;\\]{4,})/g;
const TOKEN =
  /\b(?:eyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*|[sr]k_(?:live|test)_\w{8,}|whsec_[\w+/=-]{8,}|sb_(?:secret|publishable)_[\w-]{8,})/g;

const SHOWN = 4;

const masked = (value: string): string => (value.length <= SHOWN * 2 ? '****' : `${value.slice(0, SHOWN)}****`);

/** `Bearer eyJh****`: the scheme stays, since it explains the request. */
export const maskHeader = (name: string, value: string): string => {
  if (!SECRET_HEADER.test(name)) return maskText(value);
  if (/^(?:set-)?cookie$/i.test(name)) return value.replaceAll(/([^=;,\s]+)=([^;,]{4,})/g, keepAttributes);
  const [scheme = '', ...rest] = value.split(' ');
  return rest.length > 0 ? `${scheme} ${masked(rest.join(' '))}` : masked(value);
};

const ATTRIBUTE = /^(?:path|domain|expires|max-age|samesite|priority)$/i;

const keepAttributes = (whole: string, name: string, value: string): string =>
  ATTRIBUTE.test(name) ? whole : `${name}=${masked(value)}`;

/** A body or address with what looks like a credential cut short. */
export const maskText = (text: string): string =>
  text
    .replaceAll(
      SECRET_MEMBER,
      (_, lead: string, quote: string, value: string) => `${lead}${quote}${masked(value)}${quote}`,
    )
    .replaceAll(USERINFO, (_, lead: string) => `${lead}****`)
    .replaceAll(SETTING, (_, lead: string, value: string) => `${lead}${masked(value)}`)
    .replaceAll(SECRET_FIELD, (_, lead: string, value: string) => `${lead}${masked(value)}`)
    .replaceAll(TOKEN, masked);
