import type { ColumnMeaning, DataTable } from '../../../model/evidence/data.ts';

const PERSON =
  '(?:user|owner|buyer|seller|customer|author|sender|recipient|receiver|vendor|provider|creator|created_by|profile|account|member|host|guest|client|client_user|reviewer|driver|student|tenant|landlord|renter|booker|requester|uploader|uploaded_by|assigned_to|claimed_by|submitted_by|invited_by|referrer|patient|employee|worker|freelancer|from_user|to_user)';
const OWNER = new RegExp(
  `^(?:${PERSON}_(?:user_|profile_|account_)?(?:id|uuid|uid)|${PERSON.replace('(?:', '(?:owned_by|')}|uid|userid)$`,
  'i',
);
const SECRET =
  /(?:^|_)(?:password|passwd|password_hash|pass_hash|secret|secret_key|api_key|access_token|refresh_token|auth_token|reset_token|verification_token|invite_token|session_token|token|token_hash|otp|otp_code|otp_hash|totp_secret|pin_hash|ssn|iban|account_number|routing_number|bank_account|card_number|passport_number|national_id|cpf|pix_key|date_of_birth|dob|birth_date|id_document_url)$/i;
const PERSONAL =
  /^(?:(?:\w+_)?(?:email|e_mail|email_address|phone|phone_number|mobile|whatsapp|telephone|home_address|street_address|address_line_?1|address_line_?2|shipping_address|billing_address|delivery_address|postal_code|zip_code|ip_address|first_name|last_name|legal_name|full_name|emergency_contact)|address|street|dob|date_of_birth|gender|tax_id|message|body|content)$/i;
const POWER =
  /^(?:role|roles|user_role|app_role|global_role|account_role|is_admin|is_super_?admin|is_superuser|is_staff|is_moderator|admin|permissions|access_level|admin_level)$/i;
const MONEY =
  /^(?:(?:\w+_)?balance|credits|wallet|(?:loyalty_|reward_)?points|credit_balance|available_credits|total_earned)$/i;

/** What a column holds, by its name and by what it refers to: an account, some other row, or nothing. */
export const meaningOf = (
  name: string,
  type: string,
  refersTo: 'account' | 'row' | null,
): ColumnMeaning | undefined => {
  if (refersTo === 'account') return 'owner';
  // `referrer text` is the page that somebody came from, `client text` a program: a bare word is an account by its type alone.
  const isOwner = OWNER.test(name) && (/_|^(?:uid|userid)$/.test(name) || type.startsWith('uuid'));
  if (isOwner && /^(?:uuid|text|character varying|bigint|integer)/.test(type)) {
    if (refersTo === 'row') return 'link';
    if (/^(?:uuid|text|character varying)/.test(type)) return 'owner';
  }
  if (SECRET.test(name)) return 'secret';
  if (POWER.test(name)) return 'power';
  if (MONEY.test(name)) return 'money';
  return PERSONAL.test(name) ? 'personal' : undefined;
};

/** Names of tables whose rows are a matter between the app and one person, or of the app alone. */
const PRIVATE_TABLE =
  /(?:^|_)(?:orders?|order_items?|payments?|payouts?|payout_\w+|invoices?|receipts?|transactions?|wallets?|withdrawals?|refunds?|disputes?|messages?|conversations?|chats?|chat_\w+|direct_messages|threads?|inbox|notifications?|bookings?|reservations?|carts?|cart_items?|addresses|subscribers?|subscriptions?|purchases?|bank_accounts?|payment_methods?|credentials?|api_keys?|tokens?|sessions?|otps?|otp_\w+|kyc\w*|verification_documents?|identity_\w+|user_roles?|support_tickets?|tickets?|applications?|leads?|contact_\w+|contacts?|waitlist|newsletter\w*|audit_logs?|login_attempts|security_\w+|earnings|commissions?|referrals?|claims?|medical\w*|devices?|push_\w+|customers?|consents?|admin_\w+|private_\w+)$/i;
/** What a marketplace shows: business contacts, prices and ratings in them are meant to be read. */
const PUBLIC_TABLE =
  /(?:^|_)(?:products?|product_\w+|listings?|listing_\w+|categor(?:y|ies)|subcategories|tags?|posts?|blog\w*|articles?|pages?|faqs?|reviews?|ratings?|testimonials?|businesses|business_\w+|vendors?|vendor_profiles?|stores?|shops?|venues?|restaurants?|locations?|markets?|events?|organi[sz]ations?|companies|services?|providers?|public_\w+|banners?|plans?|pricing\w*|countries|cities|states|regions|translations?|likes?|follows?|followers|badges?|achievements?|jobs?|schedules?|availability|media|images?|photos?|videos?|settings|config\w*|feature_flags?|templates?)$/i;
const CONTENT = /^(?:message|body|content|full_name|first_name|last_name|address|street|postal_code|zip_code|gender)$/i;

/** Rows that are private without a column that says whose they are: their parents say it. */
const CORE_TABLE =
  /(?:^|_)(?:orders?|order_items?|payments?|payouts?|invoices?|transactions?|messages?|conversations?|bookings?|wallets?|credentials?|otps?|otp_\w+|api_keys?|bank_accounts?|payment_methods?|carts?|cart_items?)$/i;
const PEOPLE_TABLE =
  /(?:^|_)(?:profiles?|users?|members|accounts|customers?|clients|people|persons|buyers|students|patients|guests)$/i;

/** Whether the rows of a table concern one person. Names and columns only: what is meant, nobody but the authors know. */
export const privacyOf = (name: string, columns: DataTable['columns']): DataTable['privacy'] => {
  const bare = name.slice(name.indexOf('.') + 1);
  const of = (...meanings: readonly ColumnMeaning[]): DataTable['columns'] =>
    columns.filter(({ meaning }) => meaning !== undefined && meanings.includes(meaning));
  const list = (some: DataTable['columns']): string =>
    some
      .slice(0, 4)
      .map((column) => column.name)
      .join(', ');
  const secrets = of('secret');
  if (secrets.length > 0) return { kind: 'private', because: `it holds ${list(secrets)}` };
  const contacts = of('personal').filter(isStrong);
  const isOwned = of('owner', 'link').length > 0;
  if (CORE_TABLE.test(bare) || (PRIVATE_TABLE.test(bare) && (isOwned || contacts.length > 0)))
    return { kind: 'private', because: 'its name says so' };
  if (PUBLIC_TABLE.test(bare)) return { kind: 'public', because: 'its name says so' };
  if (PEOPLE_TABLE.test(bare) && contacts.length > 0)
    return { kind: 'private', because: `it holds ${list(contacts)} of a person` };
  return contacts.length > 0 && isOwned
    ? { kind: 'unclear', because: `it holds ${list(contacts)}, and may be a directory` }
    : { kind: 'unclear', because: 'neither its name nor its columns say so' };
};

/** Contact data and secrets, not names and texts: what nobody publishes of a person. */
export const isStrong = ({ name, meaning }: DataTable['columns'][number]): boolean =>
  meaning === 'secret' || (meaning === 'personal' && !CONTENT.test(name));

/** The columns by which a private row is known to be read: contact data and secrets, and all of a table whose very name is private. */
export const tellingColumns = (table: Pick<DataTable, 'columns' | 'privacy' | 'name'>): string[] => {
  if (table.privacy.kind === 'public') return [];
  const all = table.privacy.kind === 'private' && PRIVATE_TABLE.test(table.name.slice(table.name.indexOf('.') + 1));
  return table.columns.filter((column) => all || isStrong(column)).map(({ name }) => name);
};
