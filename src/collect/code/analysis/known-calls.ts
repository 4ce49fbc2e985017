import { KIND, type Kinds } from './kinds.ts';

/** What calls of packages give, by the path that `pathOf` gives them. The first that fits counts. */
const GIVES: readonly (readonly [path: RegExp, kinds: Kinds])[] = [
  // Sessions, by the packages that find out who asks.
  [
    /^next-auth(?:\/next)?:(?:getServerSession|unstable_getServerSession|getToken)$|^next-auth\/jwt:getToken$|^next-auth\(\)\.auth$/,
    KIND.PRINCIPAL,
  ],
  [/^@clerk\/.+:(?:auth|currentUser|getAuth)$/, KIND.PRINCIPAL],
  [/^@auth0\/.+:(?:getSession|getAccessToken)/, KIND.PRINCIPAL],
  [/(?:^|[.:])api\.getSession$/, KIND.PRINCIPAL],
  [/\.auth\.(?:getUser|getClaims|getSession)$/, KIND.PRINCIPAL],
  [
    /^iron-session:getIronSession$|\.validateRequest$|\.validateSession(?:Token)?$|\.getSessionAndUser$|getUserFromRequest$/,
    KIND.PRINCIPAL,
  ],
  [
    /^(?:jsonwebtoken|jose|fast-jwt|@fastify\/jwt|hono\/jwt).*(?:verify|jwtVerify|jwtDecrypt)$|\.jwtVerify$|\.verifyIdToken$|\.verifySessionCookie$/,
    KIND.PRINCIPAL,
  ],
  // Signatures.
  [
    /\.constructEvent(?:Async)?$|\.webhooks\.(?:unwrap|unmarshal)$|\.(?:parseThinEvent|parseEventNotification)$|^svix:Webhook\(\)\.verify$|^standardwebhooks:Webhook\(\)\.verify$|^@octokit\/webhooks.*verify|\.verifySignature$|validateWebhook/i,
    KIND.VERIFIED,
  ],
  [
    /(?:^|[.:])(?:verify|validate|check|assert|authenticate)\w*(?:Signature|Webhook|Hmac)\w*$|\.webhooks\.(?:unwrap|unmarshal|verify)$|\.(?:parseThinEvent|parseEventNotification)$|^@upstash\/qstash.*(?:Receiver\(\)\.verify$|:verifySignature)|^twilio.*validateRequest|^@polar-sh\/.*validateEvent$/,
    KIND.VERIFIED,
  ],
  [/^crypto:timingSafeEqual$|crypto\.subtle\.verify$/, KIND.VERIFIED],
  // Limiters.
  [/^@upstash\/ratelimit:Ratelimit\(\)\.limit$|^rate-limiter-flexible:\w+\(\)\.consume$/, KIND.RATE],
  // What the app is configured with.
  [/^Deno\.env\.get$/, KIND.SECRET],
  // Nuxt and h3 hand out parts of the request by functions.
  [
    /(?:^|^h3:|^#imports:)(?:getRouterParams?|getQuery|readBody|readRawBody|readFormData|readMultipartFormData|readValidatedBody|getValidatedQuery|getValidatedRouterParams)$/,
    KIND.INPUT,
  ],
  [/(?:^|^h3:|^#imports:)(?:getHeaders?|getRequestHeaders?|getCookie|parseCookies)$/, KIND.HEADER],
  [/(?:^|^h3:|^#imports:)(?:getUserSession|requireUserSession)$/, KIND.PRINCIPAL],
  [/^hono\/cookie:get(?:Signed)?Cookie$|^cookie:parse$/, KIND.HEADER],
  // Next.js hands the request out by functions.
  [/^next\/headers:(?:headers|cookies)$/, KIND.HEADER],
];

/** Calls whose first argument is what is signed. */
export const SIGNS =
  /\.constructEvent(?:Async)?$|^(?:svix|standardwebhooks):Webhook\(\)\.verify$|^crypto:createHmac\(\)\.update$|\.verifyWebhookSignature$|^razorpay.*validateWebhookSignature$/;

/** Checks of signatures that throw; the others give true or false. */
export const throwsUnsigned = (path: string): boolean =>
  /\.constructEvent(?:Async)?$|^(?:svix|standardwebhooks):Webhook\(\)\.verify$|^@octokit\/webhooks.*\.verifyAndReceive$/.test(
    path,
  );

export const givenBy = (path: string): Kinds => GIVES.find(([pattern]) => pattern.test(path))?.[1] ?? 0;

/** Middlewares of packages, by what makes them. Their failure is theirs: they answer. */
const MIDDLEWARES: readonly (readonly [path: RegExp, kinds: Kinds])[] = [
  [
    /^(?:express-rate-limit|express-slow-down|hono-rate-limiter|@fastify\/rate-limit|koa-ratelimit|express-brute|rate-limiter-flexible|@nestjs\/throttler|express-throttle)\b/,
    KIND.RATE,
  ],
  [
    /^passport(?:\(\))?[.:]authenticate|^express-jwt|^express-oauth2-jwt-bearer|^hono\/(?:jwt|bearer-auth|basic-auth)|^koa-jwt|^@clerk\/express:requireAuth|^@fastify\/(?:jwt|auth|bearer-auth|basic-auth)|^express-openid-connect:requiresAuth|^@nestjs\/passport:AuthGuard|^connect-ensure-login|^express-basic-auth|^@hono\/(?:clerk-auth|auth-js):(?:clerkMiddleware|verifyAuth)/,
    KIND.PRINCIPAL,
  ],
];

export const middlewareKinds = (path: string): Kinds => MIDDLEWARES.find(([pattern]) => pattern.test(path))?.[1] ?? 0;
