import type { LoadedProvider } from '../define-provider.ts';

/** Anchors that are looked for in encoded text too: of formats that tell by themselves. */
export const worthDecoding = (providers: readonly LoadedProvider[]): string[] => {
  const distinctive = providers.flatMap((provider) =>
    provider.rules.filter((rule) => rule.identifiedBy !== 'context').flatMap((rule) => rule.anchors),
  );
  return [...new Set([...distinctive.map(withoutDelimiters), ...ENCODED_ANCHORS])];
};

/** Short prefixes are anchored with the character before them, which in encoded text is another. */
const withoutDelimiters = (anchor: string): string => anchor.replace(/^[^A-Za-z0-9]+/, '');

/** What is worth looking for in encoded text besides the providers' formats. */
const ENCODED_ANCHORS = [
  'postgres://',
  'postgresql://',
  'mongodb://',
  'mongodb+srv://',
  'mysql://',
  'redis://',
  'rediss://',
  'amqp://',
  'PRIVATE KEY-----',
  '"role":"service_role"',
  '"private_key":',
  'SECRET',
  'secret',
  'PASSWORD',
  'password',
  '_TOKEN=',
  'API_KEY',
  'api_key',
  'apiKey',
  '_KEY=',
];
