/** Parts of the support file that are the same for every app. `⟨…⟩` marks what is TypeScript's. */

export const SENDING = `⟨export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // What the app answers is its own affair.
  json: any;
}
⟩
⟨type Fields = Record<string, unknown>;
⟩
/** One request and its answer. Redirects are answers, and are not followed. Too many requests: it waits as long as the app says. */
export const ask = async (method⟨: string⟩, path⟨: string⟩, body⟨?: unknown⟩, headers⟨: Record<string, string>⟩ = {}, patient = true)⟨: Promise<Answer>⟩ => {
  const url = new URL(path, BASE_URL);
  const sent⟨: Record<string, string>⟩ = { accept: 'application/json', ...headers };
  const isReady = body === undefined || typeof body === 'string' || body instanceof FormData || body instanceof URLSearchParams;
  if (!isReady || typeof body === 'string') sent['content-type'] ??= 'application/json';
  const payload = isReady ? body : JSON.stringify(body);
  for (let waits = 0; ; waits++) {
    const response = await fetch(url, { method, headers: sent, redirect: 'manual', ...(payload === undefined ? {} : { body: payload⟨ as string⟩ }) });
    const text = await response.text();
    if (response.status === 429 && patient && waits < 3) {
      const seconds = Number(response.headers.get('retry-after')) || 5;
      await new Promise((resolve) => setTimeout(resolve, Math.min(seconds, 30) * 1000));
      continue;
    }
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  }
};

const parsed = (text⟨: string⟩) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
`;

/** For origins such as http://admin.localhost:3000. */
export const LOCAL_NAMES = `// Browsers know *.localhost, resolvers often do not.
const { lookup } = dns;
dns.lookup = ((name⟨: string⟩, ...rest⟨: any[]⟩) =>
  (lookup⟨ as any⟩)(name.endsWith('.localhost') ? 'localhost' : name, ...rest))⟨ as any⟩;

`;

export const CREDENTIALS = `const setting = (name⟨: string⟩)⟨: string | undefined⟩ => process.env[name] || undefined;

const variable = (who⟨: string⟩, what⟨: string⟩)⟨: string⟩ => \`LAUNCH_READY_\${who.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_\${what}\`;

const credential = (who⟨: string⟩, what⟨: string⟩)⟨: string⟩ => {
  const value = setting(variable(who, what));
  assert.ok(value, \`Set \${variable(who, what)}: these tests need the test account \${who} (see README.md beside them).\`);
  return value⟨!⟩;
};

/** The password of a test account; LAUNCH_READY_PASSWORD where all have the same. */
export const passwordOf = (who⟨: string⟩)⟨: string⟩ => setting(variable(who, 'PASSWORD')) ?? setting('LAUNCH_READY_PASSWORD') ?? credential(who, 'PASSWORD');
`;

export const SESSIONS = `const sessions = new Map⟨<string, Promise<Record<string, string>>>⟩();

/** Logs in once for each file of tests. A session may be given instead: LAUNCH_READY_CUSTOMER_A_AUTHORIZATION or …_COOKIE. */
const sessionOf = (who⟨: string⟩)⟨: Promise<Record<string, string>>⟩ => {
  const known = sessions.get(who);
  if (known) return known;
  const made = enter(who);
  sessions.set(who, made);
  return made;
};

const enter = async (who⟨: string⟩)⟨: Promise<Record<string, string>>⟩ => {
  const authorization = setting(variable(who, 'AUTHORIZATION'));
  const cookie = setting(variable(who, 'COOKIE'));
  if (authorization) return { authorization };
  if (cookie) return { cookie };
  const person = PEOPLE[who];
  const logIn = person && LOGINS[person.role];
  assert.ok(logIn, \`How \${who} logs in is not known: set \${variable(who, 'AUTHORIZATION')} or \${variable(who, 'COOKIE')}.\`);
  return logIn⟨!⟩(who, person⟨!⟩.home);
};

/** Asks as somebody of PEOPLE, or as \`nobody\`: without any session. */
export const send = async (who⟨: string⟩, method⟨: string⟩, path⟨: string⟩, body⟨?: unknown⟩, headers⟨: Record<string, string>⟩ = {})⟨: Promise<Answer>⟩ =>
  ask(method, path, body, { ...(who === 'nobody' ? {} : await sessionOf(who)), ...headers });

/** The same for what has to work: the test's own preparations. */
export const must = async (who⟨: string⟩, method⟨: string⟩, path⟨: string⟩, body⟨?: unknown⟩, headers⟨: Record<string, string>⟩ = {})⟨: Promise<Answer>⟩ => {
  const answer = await send(who, method, path, body, headers);
  assert.ok(answer.status < 400, \`\${method} \${path} as \${who} has to work for this test, and answered \${answer.status}: \${answer.text.slice(0, 300)}\`);
  return answer;
};
`;

export const ASSERTIONS = `const isToLogin = ({ status, headers }⟨: Answer⟩)⟨: boolean⟩ =>
  status >= 300 && status < 400 && /log-?in|sign-?in|auth|session/i.test(headers.get('location') ?? '');

/** Not logged in, or not allowed: 401, 403, or sent to the login page. */
export const assertRefused = (answer⟨: Answer⟩, who⟨: string⟩)⟨: void⟩ =>
  assert.ok([401, 403].includes(answer.status) || isToLogin(answer), \`\${who} must be refused, and got \${answer.status}: \${answer.text.slice(0, 200)}\`);

/** The same, and an app may also say that there is no such thing. */
export const assertRefusedOrHidden = (answer⟨: Answer⟩, who⟨: string⟩)⟨: void⟩ => {
  if (answer.status !== 404) assertRefused(answer, who);
};

const leaves = (json⟨: unknown⟩, at = '', found = new Map⟨<string, unknown>⟩())⟨: Map<string, unknown>⟩ => {
  if (typeof json !== 'object' || json === null) return found.set(at, json);
  for (const [name, value] of Object.entries(json)) leaves(value, \`\${at}.\${name}\`, found);
  return found;
};

/** Does something, and fails when what \`read\` shows is another thing afterwards. What changes by itself (a count of views) is left out. */
export const unchanged = async ⟨<T>⟩(read⟨: () => Promise<unknown>⟩, act⟨: () => Promise<T>⟩)⟨: Promise<T>⟩ => {
  const [first, before] = [leaves(await read()), leaves(await read())];
  const done = await act();
  const after = leaves(await read());
  for (const [at, value] of before) {
    if (first.get(at) === value) assert.equal(after.get(at), value, \`\${at.slice(1)} has changed\`);
  }
  return done;
};
`;

/** Helpers that are written where a file uses them, by name. */
export const HELPERS: Readonly<Record<string, string>> = {
  newCanary: `/** A word that stands nowhere else: whoever sees it has read what it was written into. */
export const newCanary = ()⟨: string⟩ => \`canary\${letters(12)}\`;
`,
  unique: `/** A word that nobody has used before. */
export const unique = ()⟨: string⟩ => \`lr\${letters(12)}\`;
`,
  uniqueId: `export const uniqueId = ()⟨: string⟩ => randomUUID();
`,
  timeIn: `/** So many days from now, as an ISO 8601 time. */
export const timeIn = (days⟨: number⟩)⟨: string⟩ => new Date(Date.now() + days * 86_400_000).toISOString();
`,
  dateIn: `/** So many days from now, as a date. */
export const dateIn = (days⟨: number⟩)⟨: string⟩ => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
`,
  secondsIn: `/** So many days from now, in seconds since 1970. */
export const secondsIn = (days⟨: number⟩)⟨: number⟩ => Math.floor(Date.now() / 1000) + days * 86_400;
`,
  form: `/** A body as a form sends it. */
export const form = (fields⟨: Fields⟩)⟨: URLSearchParams⟩ =>
  new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
`,
  picture: `/** A body with a small picture in it. */
export const picture = (field⟨: string⟩, fields⟨: Fields⟩ = {})⟨: FormData⟩ => {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, String(value));
  body.append(field, new Blob([Buffer.from(pixel, 'base64')], { type: 'image/png' }), 'picture.png');
  return body;
};
`,
  assertStays: `/** Sends one member along with a change, and fails when it is taken over; then it is set back. */
export const assertStays = async (
  read⟨: () => Promise<any>⟩,
  change⟨: (member: Fields) => Promise<unknown>⟩,
  member⟨: string⟩,
  value⟨: unknown⟩,
)⟨: Promise<void>⟩ => {
  const before = (await read())[member];
  const wanted = typeof before === 'boolean' ? !before : value;
  assert.notDeepEqual(wanted, before, \`\${member} is \${String(value)} already: this would prove nothing\`);
  await change({ [member]: wanted });
  const after = (await read())[member];
  if (JSON.stringify(after) !== JSON.stringify(before)) await change({ [member]: before });
  assert.deepEqual(after, before, \`\${member} was taken over from the request\`);
};
`,
  cookiesOf: `const cookiesOf = ({ headers }⟨: Answer⟩)⟨: string⟩ => headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
`,
  joinCookies: `const joinCookies = (...lines⟨: string[]⟩)⟨: string⟩ => {
  const pairs = lines.flatMap((line) => line.split('; ')).filter((pair) => pair !== '');
  return [...new Map(pairs.map((pair) => [pair.split('=')[0], pair])).values()].join('; ');
};
`,
  csrfHeaders: `/** Cookies that are made to be sent back as a header. */
const csrfHeaders = (cookie⟨: string⟩)⟨: Record<string, string>⟩ => {
  const found = /(?:^|; )((?:__Host-)?(?:XSRF-TOKEN|csrftoken|_?csrf[-_]?token))=([^;]+)/i.exec(cookie);
  const name = /^xsrf/i.test(found?.[1] ?? '') ? 'x-xsrf-token' : found?.[1] === 'csrftoken' ? 'x-csrftoken' : 'x-csrf-token';
  return found ? { [name]: decodeURIComponent(found[2]⟨!⟩) } : {};
};
`,
  csrfToken: `/** The token that pages carry for their own forms and scripts. */
const csrfToken = async (url⟨: string⟩, cookie⟨: string⟩)⟨: Promise<string>⟩ => {
  const { json, text } = await ask('GET', url, undefined, { cookie, accept: 'application/json, text/html' });
  const tag = /<(?:meta|input)[^>]+name="(?:csrf-?token|_?csrf(?:_token)?|csrfmiddlewaretoken|authenticity_token)"[^>]*>/i.exec(text)?.[0];
  return json?.csrfToken ?? json?.csrf_token ?? json?.token ?? /(?:content|value)="([^"]*)"/.exec(tag ?? '')?.[1] ?? '';
};
`,
  loginForm: `/** The form with a password in it: where it goes, its hidden fields, and what its two fields are called. */
const loginForm = (html⟨: string⟩, url⟨: string⟩) => {
  const found = (html.match(/<form[\\s\\S]*?<\\/form>/gi) ?? []).find((one) => /type=["']?password/i.test(one)) ?? '';
  const attribute = (tag⟨: string⟩, name⟨: string⟩) => new RegExp(\`\\\\b\${name}=["']?([^"'\\\\s>]*)\`, 'i').exec(tag)?.[1] ?? '';
  const inputs = found.match(/<input[^>]*>/gi) ?? [];
  const named = (test⟨: (tag: string) => boolean⟩) => attribute(inputs.find(test) ?? '', 'name');
  const hidden = inputs.filter((tag) => attribute(tag, 'type') === 'hidden');
  return {
    action: new URL(attribute(found, 'action') || url, url).href,
    hidden: Object.fromEntries(hidden.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')])),
    login: named((tag) => !['hidden', 'password', 'checkbox', 'submit'].includes(attribute(tag, 'type'))),
    password: named((tag) => attribute(tag, 'type') === 'password'),
  };
};
`,
};
