import { badRequest } from '../../http/errors.ts';

/** What people choose when they must choose; with digits or signs added before or behind it is no better. */
const COMMON = new Set(
  `password passwort passwords motdepasse contrasena senha letmein welcome welcomeback iloveyou iloveu loveyou
  qwerty qwertyui qwertyuiop qwertz qwertzuiop azerty azertyuiop asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm yxcvbnm
  qazwsx qazwsxedc qweasd qweasdzxc qwertyasdfgh wasd abc abcd abcde abcdef admin administrator root user username
  login guest test tester testing testtest changeme changethis default secret topsecret master superman batman
  spiderman pokemon starwars football baseball basketball soccer hockey liverpool arsenal chelsea barcelona
  realmadrid monkey dragon sunshine princess shadow michael jennifer jessica charlie jordan daniel thomas ashley
  summer winter spring autumn january february december monday friday computer internet whatever freedom trustno
  hello helloworld hallo bonjour cheese chocolate cookie flower butterfly mustang ferrari mercedes porsche
  google facebook instagram microsoft apple samsung linkedin bazaar marketplace passwordpassword adminadmin`.split(
    /\s+/,
  ),
);
const NUMBERS = new Set(
  '1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3 a1b2c3d4e5 1a2b3c4d5e 0987654321 1029384756 1357924680 3141592653 1122334455'.split(
    ' ',
  ),
);
const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** `P@ssw0rd2024!` is `password`. */
const stem = (password: string): string =>
  password
    .replace(/^[^a-z@$]+|[^a-z]+$/g, '')
    .replaceAll(/[@431!0$57]/g, (character) => LOOKALIKES[character] ?? character)
    .replaceAll(/[^a-z]/g, '');

/** `aaaaaaaaaa`, `1234512345`, `abcdefghij`, `9876543210`. */
const isPattern = (password: string): boolean => {
  if (/^(.{1,5})\1+.{0,4}$/su.test(password)) return true;
  const codes = Array.from(password, (character) => character.charCodeAt(0));
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const first = steps[0];
  return Math.abs(first ?? 0) <= 1 && steps.every((step) => step === first || Math.abs(step) === 9);
};

/** Throws when the password is one of the first that anybody would try. */
export const refuseWeakPassword = (password: string, email: string): void => {
  const lower = password.normalize('NFKC').toLowerCase();
  const [name] = email.split('@');
  if (COMMON.has(stem(lower)) || NUMBERS.has(lower) || isPattern(lower) || lower === email || lower === name) {
    throw badRequest('Please choose another password.', { password: 'is one of the first that anybody would try' });
  }
};
