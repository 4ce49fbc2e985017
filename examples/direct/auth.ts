import { createHash, randomBytes } from 'node:crypto';
import { answer, jsonOf, Refusal, type Call } from './http.ts';
import { readToken, signToken } from './tokens.ts';

export interface AuthOptions {
  secret: string;
  /** Addresses need no confirmation. */
  autoconfirm: boolean;
  signUpDisabled: boolean;
  anonymousUsers: boolean;
}

interface User {
  id: string;
  email: string | null;
  is_anonymous: boolean;
  confirmed_at: Date | null;
  raw_user_meta_data: object;
  created_at: Date;
}

const HOUR = 3600;
const refuse = (status: number, error_code: string, msg: string): Refusal =>
  new Refusal(status, { code: status, error_code, msg });

/** Enough for an example; GoTrue uses bcrypt. */
export const hashed = (password: string): string => createHash('sha256').update(`example:${password}`).digest('hex');

const shown = ({ id, email, is_anonymous, confirmed_at, raw_user_meta_data, created_at }: User): object => ({
  id,
  aud: 'authenticated',
  role: 'authenticated',
  email: email ?? '',
  ...(confirmed_at === null ? {} : { email_confirmed_at: confirmed_at, confirmed_at }),
  app_metadata: { provider: 'email', providers: ['email'] },
  user_metadata: raw_user_meta_data,
  identities: [],
  is_anonymous,
  created_at,
  updated_at: created_at,
});

const sessionFor = async ({ database }: Call, { secret }: AuthOptions, user: User): Promise<object> => {
  const refresh = randomBytes(9).toString('base64url');
  await database.own('insert into auth.refresh_tokens (token, user_id) values ($1, $2)', [refresh, user.id]);
  const now = Math.floor(Date.now() / 1000);
  const claims = { role: 'authenticated', aud: 'authenticated', sub: user.id, iat: now, exp: now + HOUR };
  const token = signToken({ ...claims, email: user.email ?? '', is_anonymous: user.is_anonymous }, secret);
  return {
    access_token: token,
    token_type: 'bearer',
    expires_in: HOUR,
    expires_at: now + HOUR,
    refresh_token: refresh,
    user: shown(user),
  };
};

const signUp = async (call: Call, options: AuthOptions): Promise<void> => {
  const { email, password, data = {} } = jsonOf(call.body);
  if (options.signUpDisabled) throw refuse(422, 'signup_disabled', 'Signups not allowed for this instance');
  const isAnonymous = email === undefined;
  if (isAnonymous && !options.anonymousUsers)
    throw refuse(422, 'anonymous_provider_disabled', 'Anonymous sign-ins are disabled');
  if (!isAnonymous && (typeof email !== 'string' || !email.includes('@')))
    throw refuse(400, 'validation_failed', 'Unable to validate email address: invalid format');
  if (!isAnonymous && (typeof password !== 'string' || password.length < 6))
    throw refuse(422, 'weak_password', 'Password should be at least 6 characters.');
  const [known] = isAnonymous
    ? []
    : await call.database.own<User>('select * from auth.users where email = $1', [email]);
  if (known !== undefined) throw refuse(422, 'user_already_exists', 'User already registered');
  const confirmed = isAnonymous || options.autoconfirm ? 'now()' : 'null';
  const [user] = await call.database.own<User>(
    `insert into auth.users (email, password_hash, is_anonymous, raw_user_meta_data, confirmed_at)
     values ($1, $2, $3, $4, ${confirmed}) returning *`,
    [email ?? null, isAnonymous ? null : hashed(String(password)), isAnonymous, JSON.stringify(data)],
  );
  if (user === undefined) throw refuse(500, 'unexpected_failure', 'Database error saving new user');
  answer(call.res, 200, user.confirmed_at === null ? shown(user) : await sessionFor(call, options, user));
};

const token = async (call: Call, options: AuthOptions): Promise<void> => {
  const body = jsonOf(call.body);
  const kind = call.url.searchParams.get('grant_type');
  if (kind === 'password') {
    const [user] = await call.database.own<User>('select * from auth.users where email = $1 and password_hash = $2', [
      body['email'],
      hashed(String(body['password'])),
    ]);
    if (user === undefined) throw refuse(400, 'invalid_credentials', 'Invalid login credentials');
    if (user.confirmed_at === null) throw refuse(400, 'email_not_confirmed', 'Email not confirmed');
    return answer(call.res, 200, await sessionFor(call, options, user));
  }
  if (kind !== 'refresh_token') throw refuse(400, 'validation_failed', 'unsupported_grant_type');
  const [used] = await call.database.own<{ user_id: string }>(
    'update auth.refresh_tokens set revoked = true where token = $1 and not revoked returning user_id',
    [body['refresh_token']],
  );
  if (used === undefined)
    throw refuse(400, 'refresh_token_not_found', 'Invalid Refresh Token: Refresh Token Not Found');
  const [user] = await call.database.own<User>('select * from auth.users where id = $1', [used.user_id]);
  if (user === undefined) throw refuse(400, 'user_not_found', 'User not found');
  answer(call.res, 200, await sessionFor(call, options, user));
};

const currentUser = async ({ req, database }: Call, { secret }: AuthOptions): Promise<User> => {
  const bearer = String(req.headers['authorization'] ?? '').replace(/^Bearer /i, '');
  const claims = readToken(bearer, secret);
  if (claims?.sub === undefined) throw refuse(403, 'bad_jwt', 'invalid claim: missing sub claim');
  const [user] = await database.own<User>('select * from auth.users where id = $1', [claims.sub]);
  if (user === undefined) throw refuse(403, 'user_not_found', 'User from sub claim in JWT does not exist');
  return user;
};

const settings = ({ res }: Call, options: AuthOptions): void =>
  answer(res, 200, {
    external: { anonymous_users: options.anonymousUsers, email: true, phone: false, google: false },
    disable_signup: options.signUpDisabled,
    mailer_autoconfirm: options.autoconfirm,
    phone_autoconfirm: false,
    sms_provider: 'twilio',
    saml_enabled: false,
  });

/** The part of GoTrue that supabase-js uses for addresses and passwords. */
export const auth = async (call: Call, options: AuthOptions): Promise<void> => {
  switch (`${call.req.method} ${call.path}`) {
    case 'GET /settings':
      return settings(call, options);
    case 'POST /signup':
      return signUp(call, options);
    case 'POST /token':
      return token(call, options);
    case 'GET /user':
      return answer(call.res, 200, shown(await currentUser(call, options)));
    case 'PUT /user': {
      const user = await currentUser(call, options);
      const { data } = jsonOf(call.body);
      await call.database.own('update auth.users set raw_user_meta_data = raw_user_meta_data || $1 where id = $2', [
        JSON.stringify(data ?? {}),
        user.id,
      ]);
      return answer(call.res, 200, shown(await currentUser(call, options)));
    }
    case 'POST /logout': {
      const user = await currentUser(call, options);
      await call.database.own('update auth.refresh_tokens set revoked = true where user_id = $1', [user.id]);
      return answer(call.res, 204);
    }
    default:
      throw refuse(404, 'not_found', 'path not found');
  }
};
