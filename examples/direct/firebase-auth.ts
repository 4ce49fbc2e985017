import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, jsonOf } from './http.ts';
import { readToken, signToken } from './tokens.ts';

/** As Firebase writes them; its emulators look at no signature. */
const CLAIMS = {
  role: 'authenticated',
  iss: 'https://securetoken.google.com/small-market',
  aud: 'small-market',
  auth_time: 1_700_000_000,
  iat: 1_700_000_000,
  exp: 4_000_000_000,
  firebase: { sign_in_provider: 'password', identities: {} },
};
const SECRET = 'another example secret of the stand-in, at least 32 characters';

/** Who asks: `Bearer` at Firestore, `Firebase` at Storage, `auth=` at the Realtime Database. */
export const uidOf = (req: IncomingMessage, url: URL): string | null => {
  const header = /^(?:Bearer|Firebase) (.+)$/i.exec(String(req.headers['authorization'] ?? ''))?.[1];
  return readToken(header ?? url.searchParams.get('auth') ?? '', SECRET)?.sub ?? null;
};

/** The part of the Identity Toolkit that makes and removes accounts with an address and a password. */
export const firebaseAuth = (
  res: ServerResponse,
  action: string,
  body: Buffer,
  accounts: Map<string, string>,
): void => {
  const { email, password, idToken } = jsonOf(body);
  const refuse = (message: string): void => answer(res, 400, { error: { code: 400, message } });
  if (action === 'delete') {
    const uid = typeof idToken === 'string' ? readToken(idToken, SECRET)?.sub : undefined;
    if (uid === undefined || !accounts.delete(uid)) return refuse('INVALID_ID_TOKEN');
    return answer(res, 200, { kind: 'identitytoolkit#DeleteAccountResponse' });
  }
  if (action !== 'signUp') return refuse('OPERATION_NOT_ALLOWED');
  if (typeof email !== 'string' || typeof password !== 'string') return refuse('ADMIN_ONLY_OPERATION');
  if ([...accounts.values()].includes(email)) return refuse('EMAIL_EXISTS');
  const localId = randomBytes(14).toString('hex');
  accounts.set(localId, email);
  const token = signToken({ ...CLAIMS, sub: localId, user_id: localId }, SECRET);
  answer(res, 200, { idToken: token, email, refreshToken: 'r', expiresIn: '3600', localId });
};
