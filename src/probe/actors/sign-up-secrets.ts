import type { MailSecrets } from './mail-secrets.ts';

const SECRET =
  /^(?:verification|confirm(?:ation)?|activation|verify|email)_?(?:token|code|otp|url|link|key)$|^(?:otp|code)$/i;

/** What confirms an address, when the sign-up's own answer gives it away. */
export const secretsOf = (json: unknown): MailSecrets => {
  const below = (value: unknown, depth: number): [string, string][] =>
    typeof value !== 'object' || value === null || depth > 2
      ? []
      : Object.entries(value)
          .slice(0, 50)
          .flatMap(([name, member]): [string, string][] =>
            typeof member === 'string' || typeof member === 'number'
              ? [[name, String(member)]]
              : below(member, depth + 1),
          );
  const found = below(json, 0).find(([name, value]) => SECRET.test(name) && value.length >= 4 && value.length <= 2_000);
  if (found === undefined) return {};
  const [, value] = found;
  if (/^\d{4,8}$/.test(value)) return { code: value };
  return /^https?:/.test(value) ? { link: value } : { token: value };
};
