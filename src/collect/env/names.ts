/** Prefixes whose variables a build writes into what browsers download. `PUBLIC_` only with SvelteKit or Astro. */
const PUBLIC_PREFIXES = [
  'NEXT_PUBLIC_',
  'VITE_',
  'EXPO_PUBLIC_',
  'REACT_APP_',
  'NUXT_PUBLIC_',
  'GATSBY_',
  'STORYBOOK_',
];

export const publicPrefixOf = (name: string, plainPublic: boolean): string | null =>
  PUBLIC_PREFIXES.find((prefix) => name.startsWith(prefix)) ??
  (plainPublic && name.startsWith('PUBLIC_') ? 'PUBLIC_' : null);

const STANDARD = new Set(
  `NODE_ENV NODE_OPTIONS NODE_PATH NODE_DEBUG PORT HOST CI PWD HOME USER USERNAME USERPROFILE LOGNAME SHELL PATH LANG LC_ALL TZ TERM COLORTERM TERM_PROGRAM EDITOR TMPDIR TEMP TMP HOSTNAME DEBUG
  FORCE_COLOR NO_COLOR APPDATA LOCALAPPDATA PROGRAMFILES SYSTEMROOT COMSPEC XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME DISPLAY SSH_CONNECTION OSTYPE HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY http_proxy https_proxy all_proxy no_proxy
  DEV PROD MODE BASE_URL SSR VERCEL NETLIFY DYNO HEROKU NEXT_RUNTIME NEXT_PHASE NEXT_TELEMETRY_DISABLED NEXT_MANUAL_SIG_HANDLE TURBOPACK TURBO_HASH ANALYZE BUNDLE_ANALYZE
  VITEST JEST_WORKER_ID PLAYWRIGHT CYPRESS STORYBOOK GITHUB_ACTIONS GITHUB_TOKEN CODESPACES GITPOD_WORKSPACE_ID
  GOOGLE_CLOUD_PROJECT GCLOUD_PROJECT GCP_PROJECT K_SERVICE FUNCTION_TARGET CF_PAGES CF_PAGES_URL DENO_REGION DENO_DEPLOYMENT_ID SB_REGION SB_EXECUTION_ID SUPABASE_INTERNAL_HOST_PORT
  CONTEXT DEPLOY_URL DEPLOY_PRIME_URL COMMIT_REF CACHED_COMMIT_REF REPL_ID REPLIT_DB_URL RENDER PYTHONPATH VIRTUAL_ENV PYTEST_CURRENT_TEST GOPATH GOROOT GOOS GOARCH`.split(
    /\s+/,
  ),
);

const STANDARD_FAMILIES =
  /^(?:VERCEL_|NEXT_PUBLIC_VERCEL_|NETLIFY_|npm_|YARN_|PNPM_|GITHUB_(?:ACTOR|REF|SHA|REPOSITORY|RUN|WORKFLOW|EVENT|HEAD|BASE|SERVER|WORKSPACE|OUTPUT|ENV|STEP|API_URL|JOB)|CI_|CIRCLE|TRAVIS|JENKINS|BUILD_(?:ID|NUMBER)|RAILWAY_|RENDER_|FLY_(?:APP|REGION|ALLOC|MACHINE|PRIVATE|PUBLIC)|HEROKU_|AWS_LAMBDA_|AWS_EXECUTION_ENV|LAMBDA_|KUBERNETES_|CODESPACE|REPL_|XDG_|VSCODE_|__|GAE_|WEBSITE_|NX_|TURBO_|EAS_BUILD|TAURI_|CARGO_)/;

/** Set by the runtime, the host, the CI or the shell: nobody has to write it into an env file. */
export const isStandardName = (name: string): boolean => STANDARD.has(name) || STANDARD_FAMILIES.test(name);

/** Supabase puts these into every edge function. */
export const isGivenByPlatform = (name: string, path: string): boolean =>
  /^SUPABASE_(?:URL|ANON_KEY|SERVICE_ROLE_KEY|DB_URL|PUBLISHABLE_KEYS?|SECRET_KEYS?|JWKS)$/.test(name) &&
  /(?:^|\/)supabase\/functions\//.test(path);

const SECRET_WORD =
  /(?:^|_)(?:SECRET|SECRETS|PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|TOKEN|PRIVATE_?KEY|API_?KEY|ACCESS_?KEY|SECRET_?KEY|ADMIN_?KEY|SERVICE_?KEY|SERVICE_ROLE(?:_KEY|_JWT)?|ENCRYPTION_?KEY|SIGNING_?KEY|JWT_?KEY|MASTER_?KEY|APP_?KEY|AUTH_?KEY|KEY|CREDENTIALS?|SALT|PEPPER)(?:_(?:V?\d+|PROD|LIVE|BASE64|B64|JSON|OLD|NEW|CURRENT|PREVIOUS))?$/;
const NOT_SECRET_NAME =
  /PUBLIC|PUBLISHABLE|ANON|SITE_?KEY|CLIENT_?KEY|SEARCH_(?:ONLY_)?(?:API_)?KEY|MAPS?_(?:API_)?KEY|WRITE_?KEY|VAPID_KEY|MEASUREMENT|POSTHOG_(?:API_)?KEY|SENTRY_KEY|FIREBASE_API_KEY|STORAGE_?KEY|CACHE_?KEY|KEY_?ID|ACCESS_KEY_?ID|(?:^|_)(?:MAX|MIN|NUM|LENGTH|LIMIT|TTL|EXPIR\w*|ENABLED?|DISABLED?|NAME|PREFIX|HEADER|ROUNDS|COUNT|TYPE|FILE|PATH|URL|URI|HOST)(?:_|$)|(?:^|_)(?:PRIMARY|FOREIGN|SORT|PARTITION)_KEY/;

/** A variable that by its name holds a secret. Names of public keys, ids, limits and addresses are not. */
export const isSecretName = (name: string): boolean => {
  const upper = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toUpperCase();
  return SECRET_WORD.test(upper) && !NOT_SECRET_NAME.test(upper);
};

/** Somebody else's service checks these; knowing a made-up default opens nothing. */
const ISSUED_ELSEWHERE =
  /STRIPE|PAYPAL|CLIENT|OAUTH|OIDC|GOOGLE|GITHUB|GITLAB|FACEBOOK|APPLE|DISCORD|TWITTER|LINKEDIN|MICROSOFT|AZURE|AUTH0|KEYCLOAK|COGNITO|CLERK|SUPABASE|FIREBASE|AWS|S3|TWILIO|SENDGRID|RESEND|MAILGUN|SMTP|CLOUDINARY|RECAPTCHA|TURNSTILE|HCAPTCHA|PUSHER|ALGOLIA|SENTRY|OPENAI|ANTHROPIC|SLACK|TELEGRAM|ZOOM|SHOPIFY|PLAID|SQUARE|RAZORPAY|KAKAO|NAVER|SPOTIFY|TWITCH|BASE_?URL/;

/**
 * A secret that this app itself verifies with (signs, encrypts, lets an admin in), so that a default known to everybody
 * who reads the code opens the door. A webhook's signing secret counts at any provider.
 */
export const isVerifierName = (name: string): boolean => {
  const upper = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toUpperCase();
  if (NOT_SECRET_NAME.test(upper)) return false;
  if (/WEBHOOK_(?:SIGNING_)?(?:SECRET|TOKEN|KEY)$/.test(upper)) return true;
  if (ISSUED_ELSEWHERE.test(upper)) return false;
  return (
    /^(?:APP_|AUTH_)?SECRET(?:_KEY)?(?:_BASE)?$/.test(upper) ||
    /(?:JWT|SESSION|COOKIE|AUTH|TOKEN|CSRF|SIGN\w*|ENCRYPT\w*|HMAC|ADMIN|CRON|INTERNAL|PAYLOAD|STATE|HASH|REFRESH|SERVICE)_(?:\w+_)?SECRET(?:_KEY)?$/.test(
      upper,
    ) ||
    /(?:ENCRYPTION|SIGNING|JWT|HMAC|CRYPTO|AES|MASTER)_(?:SECRET_|PRIVATE_)?(?:SECONDARY_)?KEY$/.test(upper) ||
    /(?:ADMIN|INTERNAL|CRON)_(?:API_)?(?:KEY|TOKEN)$/.test(upper) ||
    /(?:ADMIN|SUPERUSER|SUPERADMIN|BASIC_AUTH|DASHBOARD)_(?:\w+_)?(?:PASSWORD|PASS)$/.test(upper)
  );
};

/** Passwords of the app's own data stores. */
export const isStorePasswordName = (name: string): boolean =>
  /(?:^|_)(?:DB|DATABASE|POSTGRES|PG|MYSQL|MARIADB|MONGO|MONGODB|REDIS|MSSQL)_?(?:ROOT_)?(?:PASSWORD|PASS|PWD)$/i.test(
    name,
  ) || name === 'PGPASSWORD';
