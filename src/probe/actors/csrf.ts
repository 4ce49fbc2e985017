import { attribute } from './forms.ts';

const META = /<meta\b[^>]{0,500}\bname\s*=\s*["']?(?:csrf-?token|_csrf|csrf|xsrf-token)["'\s][^>]{0,500}>/i;
const FIELD =
  /<input\b[^>]{0,500}\bname\s*=\s*["']?(?:_csrf|csrf_?token|_token|csrfmiddlewaretoken|authenticity_token|__RequestVerificationToken)["'\s][^>]{0,500}>/i;
const JSON_NAMES = ['csrfToken', 'csrf_token', '_csrf', 'csrf', 'xsrfToken'];

/** The token that a page, or an answer made for it, gives to the app's own scripts and forms. */
export const findCsrfToken = (text: string, json?: unknown): string | undefined => {
  if (typeof json === 'object' && json !== null) {
    const value = JSON_NAMES.map((name) => (json as Record<string, unknown>)[name]).find(
      (member) => typeof member === 'string' && member !== '',
    );
    return typeof value === 'string' ? value.slice(0, 1_000) : undefined;
  }
  const start = text.slice(0, 500_000);
  const meta = META.exec(start)?.[0];
  const field = FIELD.exec(start)?.[0];
  const found = (meta && attribute(meta, 'content')) ?? (field && attribute(field, 'value'));
  return found === undefined || found === '' ? undefined : found.slice(0, 1_000);
};

/** Cookies made to be sent back as a header, and the header that their frameworks read. */
const ECHOED: readonly (readonly [cookie: RegExp, header: string])[] = [
  [/(?:^|;\s*)(?:__Host-|__Secure-)?XSRF-TOKEN=([^;]+)/i, 'x-xsrf-token'],
  [/(?:^|;\s*)csrftoken=([^;]+)/, 'x-csrftoken'],
  [/(?:^|;\s*)(?:__Host-|__Secure-)?_?csrf[-_]?token=([^;]+)/i, 'x-csrf-token'],
];

export const csrfFromCookies = (cookie: string): Record<string, string> => {
  for (const [pattern, header] of ECHOED) {
    const value = pattern.exec(cookie)?.[1];
    if (value !== undefined) return { [header]: decoded(value) };
  }
  return {};
};

const decoded = (value: string): string => {
  try {
    const plain = decodeURIComponent(value);
    return /^[\x21-\x7e]+$/.test(plain) ? plain : value;
  } catch {
    return value;
  }
};
