/** The same in SQL or in words, where the app's framework is not known or is none of those that have an example. */
export const GENERIC = {
  OWNER: `-- :user_id comes from the session, never from the request; no row is a 404
select * from orders where id = :id and buyer_id = :user_id;`,
  OWNER_WRITE: `-- checked by the same statement that writes; no row changed is a 404
update listings set title = :title where id = :id and shop_id = :shop_id_of_the_session;`,
  LOGIN: `before every route:
  user = the one of the session or the verified token, read from the database
  if user is missing or suspended, and the route is not on the list of public ones:
    answer 401 and stop
the list of public routes names each of them whole; a new route is closed`,
  ROLE: `before every route below /admin, for every method:
  user = the one of the session, read from the database (today's role, not the token's)
  if user is missing or suspended: answer 401 and stop
  if user.role is not admin:       answer 403 and stop`,
  FIELDS_IN: `-- named columns only; role, price, owner and state are never taken from a body
update users set name = :name, bio = :bio where id = :user_id_of_the_session;`,
  FIELDS_OUT: `-- named columns only: never select * and never the whole model
select id, name, avatar_url from users where id = :id;`,
  SERVER_DECIDES: `-- from the request: ids and whole quantities above zero; from the database: everything else
select sum(listings.price_cents * cart.quantity) as total_cents
from cart join listings on listings.id = cart.listing_id
where cart.user_id = :user_id_of_the_session and listings.published;`,
  STATE: `-- the step before and who may take it are part of the statement; no row changed is a 409
update orders set status = 'shipped'
where id = :id and status = 'paid' and shop_id = :shop_id_of_the_session;`,
  FILES: `-- uploads lie outside of every folder that is served; a route asks first, and then streams
select key from files where id = :id and owner_id = :user_id_of_the_session;
-- answer with Cache-Control: private, no-store`,
  CORS: `if the Origin header is exactly one of https://shop.example, https://app.shop.example:
  Access-Control-Allow-Origin: <that origin>
  Access-Control-Allow-Credentials: true
in any case:
  Vary: Origin
never the header sent back as it came, never "null", never a match on the ending`,
  NO_STORE: `Cache-Control: private, no-store     on every answer, before the routes
Cache-Control: public, max-age=300    on public pages and assets alone, each by its own name`,
  ERRORS: `around every request, outermost:
  write the error with an id of the request to the log
  answer its status (500 if it has none), and in the body only the id and "something went wrong"
debug mode is off in production (Django DEBUG=False, Rails consider_all_requests_local=false, Laravel APP_DEBUG=false)`,
  REDIRECT: `target = parse(next, base = https://shop.example)
if target.origin is https://shop.example: redirect to target.path + target.query
else:                                     redirect to /`,
  APP_URL: `link = <APP_URL of the configuration> + /reset?token=…
never from Host, X-Forwarded-Host or Origin; the proxy refuses hosts that are not yours (Django ALLOWED_HOSTS, Rails config.hosts)`,
  STATIC: `the web server serves one folder that only the build writes to: public/ or dist/
never the project folder; dot files, source maps and configuration answer 404
debug pages are not part of the production build`,
  TOKEN: `verify(token,
  algorithms = [HS256],          one, named here, never the one that the token names
  key = JWT_SECRET,              32 random bytes or more
  issuer = https://shop.example, audience = api,
  required claims = exp, sub)
decode() without verify() lets nobody in; the role is looked up in the database`,
  SESSIONS: `-- log-out, and each new password: the session ends on the server
delete from sessions where user_id = :user_id and id <> :this_session;
-- log-in: a new session id, whatever id the browser brought`,
  ONE_USE: `-- taken and marked by one statement; no row changed is a 401
update refresh_tokens set used_at = now()
where hash = :hash and used_at is null and expires_at > now() returning user_id, family_id;
-- a token that is used twice was stolen: all of its family end
delete from refresh_tokens where family_id = :family_id;`,
  COOKIE: `Set-Cookie: __Host-session=…; Path=/; Secure; HttpOnly; SameSite=Lax`,
  SAME_SITE: `before every route but webhooks and what comes with a bearer token:
  if the method is none of GET, HEAD, OPTIONS and Origin is not https://shop.example:
    answer 403 and stop
GET changes nothing`,
  CONFIRM: `verify the present password (or a code that was just mailed), in constant time; else 403
-- then, in one transaction:
update users set password_hash = :new where id = :user_id_of_the_session;
delete from sessions where user_id = :user_id_of_the_session and id <> :this_session;
-- and a mail to the old address says that it was changed`,
  SAME_ANSWER: `user = find(email)
right = verify(user ? user.hash : DUMMY_HASH, password)    hashed either way, so that it takes the same time
if not user or not right: 401 "wrong e-mail address or password"
reset and sign-up: always "if there is an account, we sent a mail"`,
  PASSWORD: `12 to 128 characters, none of the 10,000 most used passwords
no rules about digits and signs`,
  RATE: `two counters in a store that all processes share, each 10 in 15 minutes:
  login:account:<e-mail address in lower case>
  login:address:<address of the client, as your own proxy names it>
over the limit: 429 with Retry-After, for right passwords too; the API's login counts with the page's`,
  PAGE: `-- limit is a whole number from 1 to 100, and 20 when nothing is said; what is above is refused with 400
select … from listings where id > :after order by id limit :limit;`,
  BODY: `client_max_body_size 100k;                                # nginx, or the same in the app server
location /api/uploads { client_max_body_size 10m; }       # more only where photos are taken`,
  ONCE: `-- check and count in one statement; no row changed: it is used up
update coupons set used = used + 1 where id = :id and used < max_uses returning id;`,
  IDEMPOTENT: `-- the second click finds the first order
alter table orders add constraint one_order_per_click unique (user_id, idempotency_key);
insert into orders (…) values (…) on conflict (user_id, idempotency_key) do nothing returning id;`,
  GRAPHQL: `introspection:  off in production
depth:          at most 6 levels
cost:           at most 2,000 points, a list counts its limit
aliases:        at most 15 an operation
batching:       off`,
  WEBHOOK: `body = the raw bytes, before anything parses them
event = the vendor's own verify function(body, signature header, secret); an error is a 400
-- then, in one transaction: the event counts once
insert into webhook_events (id) values (:event_id) on conflict do nothing returning id;
-- no row: it was handled before, answer 200; else compare amount and currency with the order, and handle it`,
  HMAC: `want = HMAC-SHA256(secret, timestamp + "." + raw body)
compare it with the header in constant time; another length is wrong too
refuse what is older than five minutes; each event's id counts once (a unique key)
a wrong signature answers 400 and nothing more`,
} as const;

export type RemedyName = keyof typeof GENERIC;
