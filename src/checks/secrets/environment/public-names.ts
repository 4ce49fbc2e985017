const MADE_PUBLIC =
  /PUBLIC_?KEY|PUBLISHABLE|ANON|SITE_?KEY|SEARCH_(?:ONLY_)?(?:API_)?KEY|MAPS?(?:_API)?_(?:KEY|TOKEN)|MAPBOX|_DSN$|POSTHOG|MEASUREMENT|ANALYTICS|FIREBASE(?!.*(?:PRIVATE|ADMIN|SERVICE))|RECAPTCHA_(?:SITE|KEY)|TURNSTILE_SITE|HCAPTCHA_SITE|VAPID|PUSHER_(?:APP_)?KEY|CLIENT_?(?:ID|KEY|TOKEN)|WRITE_?KEY|STORAGE_?KEY|CACHE_?KEY|CSRF|PASSWORD_(?:MIN|MAX|LENGTH|POLICY|RESET|REGEX)|TOKEN_(?:ADDRESS|SYMBOL|NAME|DECIMALS|URL|EXPIR\w*|TTL|CONTRACT|MINT|ID)|(?:HEADER|NAME|ENABLED|DISABLED|LENGTH|URL|URI|HOST|PATH|ADDRESS|ID)$|(?:^|_)(?:ENABLE|DISABLE|SHOW|HIDE|HAS|IS|USE|ALLOW)_/;

const STRONG =
  /(?:^|_)(?:SECRET|SECRET_?KEY|CLIENT_SECRET|API_SECRET|APP_SECRET|JWT_SECRET|WEBHOOK_SECRET|SIGNING_SECRET|PRIVATE_?KEY|SERVICE_ROLE(?:_KEY|_JWT)?|SERVICE_?KEY|SERVICE_ACCOUNT(?:_KEY|_JSON)?|ADMIN_(?:API_)?(?:KEY|TOKEN|PASSWORD|SECRET)|PASSWORD|PASSWD|BEARER_TOKEN|AUTH_TOKEN|SECRET_ACCESS_KEY|ACCESS_KEY_SECRET|DATABASE_URL|MONGO(?:DB)?_URI|PINATA_JWT|ENCRYPTION_KEY|SIGNING_KEY|PERSONAL_ACCESS_TOKEN|BOT_TOKEN)$/;

/** Providers whose API keys are never meant for a browser: whoever has one spends your money or reads your data. */
const SERVER_ONLY =
  /(?:^|_)(?:OPENAI|ANTHROPIC|CLAUDE|GROQ|OPENROUTER|MISTRAL|COHERE|DEEPSEEK|PERPLEXITY|REPLICATE|HUGGINGFACE|HF|ELEVENLABS|TOGETHER|NVIDIA_NIM|XAI|STABILITY|PINECONE|RESEND|SENDGRID|MAILGUN|POSTMARK|BREVO|SENDINBLUE|TWILIO_AUTH|TELEGRAM_BOT|SLACK_BOT|GITHUB|NOTION|AIRTABLE)_(?:API_)?(?:KEY|TOKEN|SECRET)$/;

/** A name that by itself says that the value must not reach a browser. `name` still has its public prefix. */
export const isStrongSecretName = (name: string, prefix: string): boolean => {
  const rest = name.slice(prefix.length).toUpperCase();
  return !MADE_PUBLIC.test(rest) && (STRONG.test(rest) || SERVER_ONLY.test(rest));
};

/** A name of something that is made to be seen. */
export const isMadePublic = (name: string, prefix: string): boolean =>
  MADE_PUBLIC.test(name.slice(prefix.length).toUpperCase());

const PREFIX = /^(?:NEXT_PUBLIC_|VITE_|EXPO_PUBLIC_|REACT_APP_|NUXT_PUBLIC_|GATSBY_|STORYBOOK_|PUBLIC_)/;

/** The public prefix of a variable in an env file; `PUBLIC_` alone counts only where code says that it reaches browsers. */
export const prefixIn = (name: string, known: ReadonlySet<string>): string | null => {
  const prefix = PREFIX.exec(name)?.[0] ?? null;
  return prefix === 'PUBLIC_' && !known.has('PUBLIC_') ? null : prefix;
};

/** Providers (first part of a rule id) whose secret keys spend money, read customers or change what runs. */
const DANGEROUS =
  /^(?:stripe|paypal|square|adyen|braintree|plaid|razorpay|paystack|flutterwave|mollie|checkout|lemon|paddle|polar|shopify|supabase|neon|planetscale|turso|mongodb|upstash|firebase|aws|azure|google-(?:gemini|cloud|service|oauth)|openai|anthropic|groq|openrouter|mistral|cohere|deepseek|perplexity|replicate|hugging|elevenlabs|together|nvidia|xai|stability|pinecone|e2b|firecrawl|resend|sendgrid|mailgun|mailchimp|postmark|brevo|twilio|telegram|slack|discord|github|gitlab|npm|notion|airtable|clerk|auth0|okta|jwt|private-key|connection-string|cloudflare|vercel|netlify|digitalocean|heroku|fly|railway|hubspot|intercom|zendesk)\b/;

export const isDangerousRule = (rule: string | undefined): boolean => rule !== undefined && DANGEROUS.test(rule);
