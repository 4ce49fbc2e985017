/** What a value tells whoever reads it. */
export const SECRETS = ['password', 'token', 'key', 'headers', 'cookies', 'card', 'bank account'] as const;
export const PERSONAL = ['body', 'user', 'email', 'phone', 'address', 'date of birth', 'national id'] as const;

export type Told = (typeof SECRETS)[number] | (typeof PERSONAL)[number];

const LINKS = 'reset|password_?reset|magic|verification|verify|activation|invite|invitation';
const TOKENS = `${LINKS}|access|refresh|id|session|auth|email_?verification|bearer|jwt|api|bot|oauth|login|confirm|confirmation|one_?time|device|unsubscribe`;

/** Whole names, in camel or snake case. A name says no more than this: `passwordChangedAt` and `emailSent` are none. */
const SAYS: readonly (readonly [name: RegExp, told: Told])[] = [
  [
    /^(?:plain|raw|new|old|current|confirm|user|temp|temporary|generated|default|hashed|encrypted)?_?(?:password|passwd|pwd|passphrase)_?(?:confirm|confirmation|again|repeat|hash|digest)?$/i,
    'password',
  ],
  [new RegExp(`^(?:${TOKENS})_?(?:token|jwt)$`, 'i'), 'token'],
  [new RegExp(`^(?:${LINKS})_?(?:url|link)$`, 'i'), 'token'],
  [/^(?:jwt|otp|(?:otp|reset|verification|two_?factor|login|sms|backup|recovery)_?codes?|authorization)$/i, 'token'],
  [
    /^(?:api|secret_?access|private|encryption|signing|service_?role|access)_?key$|^(?:client|webhook|signing|totp|two_?factor|mfa|jwt|session|shared)_?secret$|^connection_?string$|^database_?url$/i,
    'key',
  ],
  [/^(?:card|credit_?card)_?number$|^(?:cvv|cvc|cvc2|pan)$/i, 'card'],
  [/^(?:iban|(?:bank_?)?account_?number|routing_?number|sort_?code)$/i, 'bank account'],
  [
    /^(?:user|customer|buyer|seller|client|recipient|member|owner|guest|primary|new|old|current|billing|contact|applicant|signer|invitee|subscriber|vendor|to)?_?e_?mails?(?:_?address(?:es)?)?$/i,
    'email',
  ],
  [/^(?:user|customer|buyer|seller|contact)?_?(?:phone|mobile)(?:_?numbers?)?$|^phone_?e164$/i, 'phone'],
  [
    /^(?:shipping|billing|street|home|postal|delivery|mailing)_?address(?:_?line_?\d)?$|^address_?line_?\d$/i,
    'address',
  ],
  [/^(?:date_?of_?birth|birth_?date|birthday|dob)$/i, 'date of birth'],
  [
    /^(?:ssn|social_?security(?:_?number)?|national_?id(?:_?number)?|passport_?number|tax_?id_?number)$/i,
    'national id',
  ],
];

export const saysOf = (name: string): Told | undefined => SAYS.find(([pattern]) => pattern.test(name))?.[1];

/** Variables of the environment that open something: all in capitals. */
export const isSecretVariable = (name: string): boolean =>
  /(?:SECRET|PASSWORD|TOKEN|API_?KEY|PRIVATE_KEY|SERVICE_ROLE|DATABASE_URL)/.test(name) &&
  !/^(?:NEXT_PUBLIC_|VITE_|PUBLIC_|EXPO_PUBLIC_|REACT_APP_|NUXT_PUBLIC_)|PUBLISHABLE|EXPIR|MAX_TOKEN|TOKEN_LIMIT/.test(
    name,
  );

/** Tables and models of people. */
export const isPeople = (model: string): boolean =>
  /^(?:app_?)?(?:users?|accounts?|profiles?|customers?|sellers?|buyers?|members?|contacts?|patients?|subscribers?|vendors?)$/i.test(
    model,
  );

/** What holds messages or rules about a member, not the member: `errors.password`. */
export const isAboutNames = (name: string): boolean =>
  /err|valid|schema|template|message|label|field|touched|dirty|i18n|translation|locale|config|settings|constants?$|^t$|rules|types?$|selectors?|routes?|paths?|urls?|links?$|columns?/i.test(
    name,
  );
