/** Secrets of tutorials, documentation, templates and habit. Kept as words so that no line looks like a real one. */
const WORDS = `secret secretkey secret-key secret_key mysecret my-secret my_secret mysecretkey my-secret-key my_secret_key mysupersecret
  mysupersecretkey supersecret super-secret super_secret supersecretkey super-secret-key supersecretjwt topsecret top-secret
  verysecret verysecretkey verysecretvalue notsosecret not-so-secret dontuse changeme change-me change_me changethis change-this
  changeit changemeplease change-this-in-production change-me-in-production change_this_in_production please-change-me
  password password1 password123 passw0rd pass123 admin admin123 root toor test testing test123 test-secret test_secret testsecret
  dev development dev-secret dev_secret devsecret dev-jwt-secret local localhost local-secret staging production example
  example-secret example_key key key123 private private-key privatekey shhhh shhhhh shhhhhhh shhhhhared-secret ssshhh jwt jwtsecret
  jwt-secret jwt_secret JWT_SECRET jwtsecretkey jwt-secret-key jwt_secret_key JWT_SECRET_KEY your-jwt-secret your_jwt_secret
  your_jwt_secret_key your-jwt-secret-key yourjwtsecret my-jwt-secret my_jwt_secret myjwtsecret your-secret your_secret
  your-secret-key your_secret_key yoursecret yoursecretkey your-256-bit-secret your-384-bit-secret your-512-bit-secret
  your-super-secret-key your-super-secret-jwt-key your_super_secret_key your-super-secret-jwt-key-change-this-in-production
  your-secret-key-change-in-production your-secret-key-here your_secret_key_here a-string-secret-at-least-256-bits-long
  super-secret-jwt-token-with-at-least-32-characters-long django-insecure insecure insecure-secret fallback fallback-secret
  fallback_secret fallbacksecret default default-secret default_secret defaultsecret default-secret-key defaultkey token tokensecret
  token-secret token_secret access access-secret access_secret accesstokensecret access-token-secret access_token_secret
  ACCESS_TOKEN_SECRET refresh-secret authsecret auth-secret auth_secret AUTH_SECRET NEXTAUTH_SECRET nextauth nextauth-secret
  session session-secret session_secret sessionsecret SESSION_SECRET SECRET SECRET_KEY secretsecret hmackey hmac hmac-secret
  signing-key signingkey signing-secret node nodejs express express-secret flask laravel spring django rails fastapi nestjs
  qwerty qwerty123 qwertyuiop abc abc123 abcd1234 abcdef letmein welcome iloveyou monkey dragon hello helloworld hello-world
  thisisasecret this-is-a-secret thisisasecretkey this_is_a_secret thisismysecret this-is-my-secret thisisnotasecret foo bar foobar
  foo-bar null undefined none true false keyboardcat marketplace shop store ecommerce app myapp api backend server user users`;

const SENTENCES = [
  '',
  ' ',
  'keyboard cat',
  'secret key',
  'my secret',
  'my secret key',
  'super secret',
  'super secret key',
  'this is a secret',
  'this is my secret',
  'your secret key',
  'change me',
  '[object Object]',
  'process.env.JWT_SECRET',
  '${JWT_SECRET}',
];

const ENDINGS = ['', '1', '12', '123', '1234', '12345', '123456', '!', '!!', '2023', '2024', '2025', '2026'];
const AROUND = (word: string): string[] => [
  ...[
    'secret',
    '-secret',
    '_secret',
    '-jwt-secret',
    '_jwt_secret',
    '-secret-key',
    'key',
    '-key',
    '-dev',
    '-dev-secret',
    '-api',
    '-token-secret',
  ].map((end) => word + end),
  ...['secret-', 'secret_', 'my-', 'dev-', 'jwt-'].map((start) => start + word),
];

/** Words that the app's own name and host suggest. */
export const namesOf = (name: string | undefined, origin: string): string[] => {
  const host = URL.canParse(origin) ? new URL(origin).hostname : '';
  const labels = host.split('.').filter((label) => label.length > 2 && !/^\d+$/.test(label));
  const words = [name ?? '', ...(name ?? '').split(/[^a-z0-9]+/i), host, ...labels];
  return [
    ...new Set(
      words.flatMap((word) => [word, word.toLowerCase()]).filter((word) => word.length > 1 && word.length < 64),
    ),
  ];
};

/** Candidates, likeliest first; some forty thousand, a second's work at most. */
export function* candidateSecrets(names: readonly string[]): Generator<string> {
  const words = WORDS.split(/\s+/).filter(Boolean);
  yield* SENTENCES;
  for (const word of names) yield* [word, ...AROUND(word), ...ENDINGS.map((end) => word + end)];
  for (const word of words) {
    for (const end of ENDINGS) yield word + end;
    yield word.toUpperCase();
    yield word[0]?.toUpperCase() + word.slice(1);
    yield Buffer.from(word).toString('base64');
  }
  for (let number = 0; number < 10_000; number++) {
    yield String(number);
    if (number < 1_000) yield String(number).padStart(4, '0');
  }
  for (const digits of [
    '12345',
    '123456',
    '1234567',
    '12345678',
    '123456789',
    '1234567890',
    '000000',
    '111111',
    '123123',
    '654321',
    '987654321',
    '0123456789',
  ])
    yield digits;
  for (let length = 1; length <= 64; length++)
    for (const letter of ['a', 'x', 's', '0', '1', '*']) yield letter.repeat(length);
}
