/** Settings of a server, as a page or file shows them. */
export interface Settings {
  names: readonly string[];
  /** Names of those whose value is a secret in the clear. */
  secrets: readonly string[];
}

const NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^(?:PATH|HOME|PORT|PWD|SHELL|HOSTNAME)$/;
const SECRET =
  /(?:SECRET|PASSWORD|PASSWD|TOKEN|PRIVATE|CREDENTIAL|API_?KEY|_KEY|DSN|DATABASE_URL|REDIS_URL|MONGO\w*_URI|CONNECTION_STRING)/;
/** Made to be in the browser. */
const PUBLIC = /(?:^|_)(?:PUBLIC|PUBLISHABLE|VITE|REACT_APP|SITE_KEY|NEXT_PUBLIC|CLIENT_ID|EXPO_PUBLIC)(?:_|$)/;
const MASKED = /\*{3,}|•|<redacted>|\[redacted\]|^x+$|^changeme$|^your[-_ ]/i;
const MOST = 400;

const settingsOf = (pairs: readonly (readonly [string, string])[]): Settings | null => {
  const server = pairs.filter(([name]) => NAME.test(name) && !PUBLIC.test(name));
  const secrets = server.filter(([name, value]) => SECRET.test(name) && value.length >= 6 && !MASKED.test(value));
  return server.length === 0 ? null : { names: server.map(([name]) => name), secrets: secrets.map(([name]) => name) };
};

/** A name and a value each in a line, as `.env` files have them. Null when it is something else. */
export const settingsInText = (text: string): Settings | null => {
  if (/<(?:html|body|!doctype)/i.test(text.slice(0, 2_000))) return null;
  const lines = text
    .slice(0, 64_000)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(0, MOST);
  const pairs = lines.flatMap((line) => {
    const found = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]{1,80})\s*=\s*["']?(.{0,2000}?)["']?$/.exec(line);
    return found === null ? [] : [[found[1] ?? '', found[2] ?? ''] as const];
  });
  return pairs.length === 0 || pairs.length < lines.length * 0.6 ? null : settingsOf(pairs);
};

/** Members of a JSON answer that are named like settings. */
export const settingsInJson = (json: unknown, depth = 0): Settings | null => {
  if (typeof json !== 'object' || json === null || Array.isArray(json) || depth > 2) return null;
  const entries = Object.entries(json).slice(0, MOST);
  const own = settingsOf(
    entries.flatMap(([name, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)] as const] : [],
    ),
  );
  if (own !== null && own.names.length >= 4) return own;
  return entries.map(([, value]) => settingsInJson(value, depth + 1)).find((settings) => settings !== null) ?? null;
};
