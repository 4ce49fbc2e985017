import { leavesOf } from '../access/json.ts';

const SECRET =
  /^(?:password|passwd|pwd|password_?(?:hash|digest)|hashed_?password|encrypted_?password|hash|digest|salt|(?:totp|otp|mfa|two_?factor)_?secret|secret(?:_?key)?|private_?key|(?:password_?)?reset_?token|(?:email_?)?verification_?token|confirmation_?token|refresh_?token|api_?secret|recovery_?codes?|backup_?codes?|ssn|card_?number|pan|cvv|cvc)$/i;
const HASH = /^(?:\$2[abxy]?\$\d\d\$|\$argon2|\$scrypt\$|scrypt[:$]|pbkdf2[:$_]|\$pbkdf2|\$6\$|\$5\$|sha\d{3}[:$])/;
const MASKED = /^(?:[*•xX.-]+|\[?(?:redacted|hidden|filtered|null)\]?)$/;

/** Pure: members that no answer needs: passwords, their hashes, tokens that open doors. Names only, never values. */
export const secretMembers = (json: unknown): string[] => {
  const found = leavesOf(json).filter(
    ({ name, value }) =>
      typeof value === 'string' &&
      value.length >= 6 &&
      !MASKED.test(value) &&
      ((SECRET.test(name) && (!/^(?:hash|digest)$/i.test(name) || HASH.test(value))) || HASH.test(value)),
  );
  return [...new Set(found.map(({ name }) => name))];
};
