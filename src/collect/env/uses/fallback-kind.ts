import { isPlaceholder } from '../../secrets/detect/placeholder.ts';
import { mask } from '../../secrets/mask.ts';
import { scanText } from '../../secrets/scan-text.ts';
import { isStorePasswordName, isVerifierName } from '../names.ts';

const CREDENTIAL_URL = /^[a-z][a-z+]{2,20}:\/\/[^:@/\s]{0,100}:([^@/\s]{1,200})@([^/:\s]+)/i;
const LOCAL = /^(?:localhost|127\.|0\.0\.0\.0|host\.docker\.internal|[a-z][a-z0-9_-]*$)/i;
const NOT_A_KEY =
  /^(?:https?:\/\/|\/|\.\/|\d{1,6}$|true$|false$|null$|undefined$|none$|not[ -_]?(?:set|configured|available)|missing|disabled|unset|n\/a$|<[^>]+>$|\$\{|process\.env)/i;

/** No database was ever set up with it; what the app signs with it is as good as unsigned. */
const STAND_IN = /placeholder|^your[ _-]|[ _-]here$|^x{4,}$|^\*{3,}$|^todo$/i;

/**
 * Judges the literal a variable falls back to: `secret-like` only where knowing it opens the app itself, because the app
 * signs, encrypts or lets people in with it. The text is masked then.
 */
export const judgeFallback = (
  name: string,
  literal: string,
  guarded: boolean,
): { text: string; kind: 'secret-like' | 'setting' } => {
  const text = literal.slice(0, 400);
  const url = CREDENTIAL_URL.exec(text);
  if (url !== null) {
    const real = !guarded && !LOCAL.test(url[2] ?? '') && !isPlaceholder(url[1] ?? '');
    return { text: text.replace(url[1] ?? '', '****').slice(0, 80), kind: real ? 'secret-like' : 'setting' };
  }
  const store = isStorePasswordName(name) && !STAND_IN.test(text);
  const opens = (isVerifierName(name) || store) && !NOT_A_KEY.test(text) && text.length >= 3;
  if (opens && !guarded) return { text: mask(text), kind: 'secret-like' };
  const hide = opens || text.length > 80 || scanText(text, name).some((hit) => hit.verdict === 'secret');
  return { text: hide ? mask(text) : text, kind: 'setting' };
};
