import { expect, test } from 'vitest';
import { maskHeader, maskText } from './mask-exchange.ts';

test.each([
  [
    'an address with a password',
    'see postgres://app:hunter2@db.internal:5432/shop',
    'see postgres://app:****@db.internal:5432/shop',
  ],
  ['one without a name', 'redis://:p4ss@cache', 'redis://:****@cache'],
  [
    'a line of an env file',
    'PORT=3000\nSTRIPE_KEY=abcdefghijkl\nexport DB_PASSWORD="correct horse"',
    'PORT=3000\nSTRIPE_KEY=abcd****\nexport DB_PASSWORD="corr****"',
  ],
  ['settings as YAML', 'AUTH_SECRET: abcdefghijkl', 'AUTH_SECRET: abcd****'],
  [
    'settings as JSON',
    '{"env":{"MAIL_TOKEN":"abcdefghijkl","PORT":"3000"}}',
    '{"env":{"MAIL_TOKEN":"abcd****","PORT":"3000"}}',
  ],
  [
    'an env file within JSON',
    '{"file":"A=1\\nSIGNING_KEY=abcdefghijkl\\nB=2"}',
    '{"file":"A=1\\nSIGNING_KEY=abcd****\\nB=2"}',
  ],
  ['a form', 'login=ann&password=abcdefghijkl', 'login=ann&password=abcd****'],
])('%s', (_, text, shown) => expect(maskText(text)).toBe(shown));

test.each([
  'http://localhost:3000/a@b',
  'mailto:ann@people.example',
  'KEYBOARD=qwerty',
  'a key: none of ours',
  'https://[::1]:3000/x',
])('%s holds no secret', (text) => expect(maskText(text)).toBe(text));

test('headers keep what explains them', () => {
  expect(maskHeader('authorization', 'Bearer abcdefghijkl')).toBe('Bearer abcd****');
  expect(maskHeader('location', 'https://ann:abcdefgh@people.example/')).toBe('https://ann:****@people.example/');
});
