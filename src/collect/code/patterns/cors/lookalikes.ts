/** Texts that a test of origins compares with, and an origin of a stranger that passes it. Undefined where none does. */

/** Under these anybody gets a name in a minute. */
const SHARED =
  /(?:^|[.-])(?:vercel\.app|netlify\.app|pages\.dev|workers\.dev|herokuapp\.com|onrender\.com|github\.io|web\.app|firebaseapp\.com|lovable\.app|lovableproject\.com|replit\.(?:app|dev)|repl\.co|ngrok\.io|ngrok-free\.app|fly\.dev|up\.railway\.app|surge\.sh|azurewebsites\.net|amplifyapp\.com|cloudfront\.net|amazonaws\.com|glitch\.me|webcontainer\.io|bolt\.host|base44\.app)$/;
/** `example.com`, `example.co.uk`, with a port or not: what one registers. */
const REGISTRABLE = /^[a-z0-9-]+\.(?:[a-z]{2,}|(?:co|com|org|net|gov|ac)\.[a-z]{2})(?::\d+)?$/i;
const WEB = /^https?:\/\//;

/** `origin.endsWith(text)`. */
export const passesSuffix = (text: string): string | undefined =>
  !text.includes('://') && (SHARED.test(text.replace(/:\d+$/, '')) || REGISTRABLE.test(text))
    ? `https://evil${text}`
    : undefined;

/** `origin.includes(text)`. */
export const passesContains = (text: string): string | undefined => {
  const bare = text.replaceAll(/^[./:]+|[./:]+$/g, '');
  if (bare.length < 3 || bare === 'null' || text.includes('-extension')) return undefined;
  return WEB.test(text) ? `${bare}.evil.example` : `https://${bare}.evil.example`;
};

/** `origin.startsWith(text)`: harmless once the host has ended, at a port. */
export const passesPrefix = (text: string): string | undefined =>
  !WEB.test(text) || /^https?:\/\/[^/:]+:\d*$/.test(text) || /[^/]\/$/.test(text) ? undefined : `${text}.evil.example`;

/** `/pattern/.test(origin)`, judged by its ends: it is never run. */
export const passesPattern = (source: string): string | undefined => {
  if (source.replaceAll(/\([^()]*\)/g, '').includes('|')) return undefined;
  const [, body = '', end = ''] = /^(.*?)((?:\((?:\?:)?:\\d[^)]*\)[?*]?|\\\/\?|\/\?)*\$?)$/.exec(source) ?? [];
  const [, before = '', tail = ''] = /^(.*?)((?:[a-z0-9-]|\\\.)+)$/i.exec(body) ?? [];
  const host = tail.replaceAll('\\', '');
  // `\d+` of a port: no name can come after it.
  if (host === '' || before.endsWith('\\') || before.endsWith(':')) return undefined;
  if (!end.endsWith('$')) return `https://${host.replace(/^\./, '')}.evil.example`;
  const isAny = before === '' || /[*+}\])?]$/.test(before);
  const isBounded = /\\\.\)[?*+]?$/.test(before);
  if (isBounded) return SHARED.test(host) ? `https://evil.${host}` : undefined;
  return isAny ? passesSuffix(host) : undefined;
};
