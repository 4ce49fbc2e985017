/** Kinds of action that do harm in the wrong hands, by the words that are common for them. The first that fits names it. */
interface Kind {
  what: string;
  words: RegExp;
  /** Reading counts too. */
  reads?: boolean;
}

const word = (words: string): RegExp => new RegExp(String.raw`(?:^|[\W_])(?:${words})(?:$|[\W_])`, 'i');

const KINDS: readonly Kind[] = [
  { what: 'takes calls of other services', words: word('webhooks?|hooks?|callbacks?|ipn') },
  {
    what: 'gives or changes access to an account',
    words: word(
      'log-?in|sign-?in|sign-?up|register|auth|oauth|tokens?|sessions?|passwords?|reset|forgot|otp|totp|mfa|2fa|verify|magic-?link|api-?keys?|keys|emails?',
    ),
  },
  {
    what: 'moves money',
    words: word(
      'refunds?|payouts?|payments?|pay|withdraw(?:als?)?|transfers?|charges?|capture|checkout|balances?|invoices?|billing|coupons?|vouchers?|credits?|subscriptions?',
    ),
  },
  {
    what: 'changes who may do what',
    words: word('roles?|permissions?|promote|demote|impersonate|members?|invites?|invitations?|grants?'),
  },
  {
    what: 'decides over others',
    words: word(
      'approve|reject|ban|unban|suspend|block|moderate|moderation|takedown|publish|unpublish|release|feature',
    ),
  },
  {
    what: 'hands out private data',
    words: word(
      'export|exports|downloads?|reports?|kyc|documents?|audit|logs?|backups?|me|profile|addresses|messages|customers|users|accounts?',
    ),
    reads: true,
  },
  {
    what: 'belongs to the administration',
    words: word('admin|administration|internal|manage|management|staff|settings|config'),
    reads: true,
  },
  { what: 'takes files', words: word('uploads?|files?|images?|photos?|avatars?|attachments?') },
];

/** What an operation does that must not be in the wrong hands; null when it is nothing of the kind. */
export const kindOf = (method: string, path: string): string | null => {
  const reads = /^(?:GET|HEAD|OPTIONS)$/i.test(method);
  const plain = path.replaceAll(/\{[^}]*\}|:\w+/g, '').replaceAll(/([a-z])([A-Z])/g, '$1-$2');
  const kind = KINDS.find((one) => (!reads || one.reads === true) && one.words.test(plain));
  if (kind !== undefined) return kind.what;
  return method.toUpperCase() === 'DELETE' ? 'deletes' : null;
};
