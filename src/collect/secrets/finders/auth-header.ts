import { NEAR } from '../detect/near.ts';
import { isPlaceholder } from '../detect/placeholder.ts';
import type { Finder } from './finder.ts';
import { looksRandom } from './provider-rules.ts';

const HEADER =
  /^["']?[ \t]*(?:[:=,]|=>)[ \t]*["'`]?(Bearer|Token|Basic|Bot|ApiKey|Api-Key|Key)[ \t]+([A-Za-z0-9+/=_.~:-]{12,2000})(?=["'`\s,;)\\\]}]|$)/i;
/** What a header may consist of, for so long that its end is far. */
const LONG_HEADER = new RegExp(String.raw`^[\w"'\x60 \t:=,>+/.~-]{${NEAR.after}}`);
const CURL_USER = /^[ \t]+(?:[^\n]{0,200}?[ \t])?(?:-u|--user)[ \t=]?["']?([^\s"':]{1,100}):([^\s"']{6,200})/;

/** Credentials written into a request: `Authorization: Bearer …`, `curl -u user:password`. */
export const authHeaderFinder: Finder = {
  anchors: ['authorization', 'curl'],
  find(text, _start, end, anchor, emit) {
    if (text.binary) return;
    const rest = text.slice(end, end + (anchor === 0 ? 2100 : 500));
    text.lookedFar ||= anchor === 0 && LONG_HEADER.test(rest);
    const match = (anchor === 0 ? HEADER : CURL_USER).exec(rest);
    const value = match?.[2];
    if (match === null || value === undefined) return;
    const basic =
      anchor === 0 && match[1]?.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString('latin1') : null;
    const secret = basic === null ? value : basic.slice(basic.indexOf(':') + 1);
    if (basic !== null && !/^[\x20-\x7e]+:[\x20-\x7e]{6,}$/.test(basic)) return;
    if (isPlaceholder(secret) || (!looksRandom(secret) && !(anchor === 1 && /\d/.test(secret) && secret.length >= 8)))
      return;
    const start = end + match[0].length - value.length;
    emit({
      rule: 'authorization-header',
      ruleName: anchor === 0 ? 'Credential in an Authorization header' : 'Password in a curl command',
      provider: 'generic',
      providerName: 'whatever accepts it',
      verdict: 'secret',
      confidence: looksRandom(secret) ? 'medium' : 'low',
      power: 'identity',
      testMode: false,
      impact: 'Make requests as whoever it belongs to.',
      rotation: {
        kind: 'instant',
        at: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      },
      start,
      end: start + value.length,
      value,
      rank: 1,
    });
  },
};
