import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';

const AUDIENCE = 'bazaar-api';
const TYPE = 'at+jwt';
export const ACCESS_SECONDS = 15 * 60;

const claims = z.object({ sub: z.uuid(), epoch: z.number().int() });
export type AccessClaims = z.infer<typeof claims>;

type Settings = Pick<Config, 'JWT_SECRET' | 'APP_ORIGIN'>;
const key = ({ JWT_SECRET }: Settings): Uint8Array => new TextEncoder().encode(JWT_SECRET);

/** A token for the API. It names the user and nothing else: role and status are read from the database. */
export const signAccessToken = (config: Settings, user: { id: string; authEpoch: number }): Promise<string> =>
  new SignJWT({ epoch: user.authEpoch })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setSubject(user.id)
    .setIssuer(config.APP_ORIGIN)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_SECONDS}s`)
    .sign(key(config));

/** Null for a token that is not ours, not for the API, expired or malformed. */
export const readAccessToken = async (config: Settings, token: string): Promise<AccessClaims | null> => {
  try {
    const { payload } = await jwtVerify(token, key(config), {
      algorithms: ['HS256'],
      typ: TYPE,
      issuer: config.APP_ORIGIN,
      audience: AUDIENCE,
      requiredClaims: ['exp', 'sub'],
    });
    return claims.parse(payload);
  } catch {
    return null;
  }
};
