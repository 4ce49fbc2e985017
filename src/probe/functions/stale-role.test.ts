import { expect, test } from 'vitest';
import { contextFor, operation, serve, type Reply, type Seen } from '../accounts/test-context.ts';
import { ann, root } from '../access/test-shop.ts';
import { staleRole } from './stale-role.ts';

interface User {
  id: string;
  email: string;
  password: string;
  status: 'active' | 'suspended';
}
type Guard = 'session' | 'login' | 'refresh';

/** An app whose admin suspends accounts: which ends sessions, and which logins and refreshes ask for, when that is in `guards`. */
const app = (guards: ReadonlySet<Guard>) => {
  const users = new Map<string, User>();
  const tokens = new Map<string, { user: User; kind: 'access' | 'refresh' }>();
  const made = (user: User): Reply => {
    const [accessToken, refreshToken] = [`access-${tokens.size}-abcdefghijkl`, `refresh-${tokens.size}-abcdefghijkl`];
    tokens.set(accessToken, { user, kind: 'access' });
    tokens.set(refreshToken, { user, kind: 'refresh' });
    return { json: { accessToken, refreshToken } };
  };
  const lets = (user: User, guard: Guard): boolean => user.status === 'active' || !guards.has(guard);
  return {
    users,
    answer: ({ method, path, headers, json }: Seen): Reply => {
      const bearer = (headers.authorization ?? '').replace('Bearer ', '');
      const held = tokens.get(bearer);
      const byMail = [...users.values()].find(({ email }) => email === json['email']);
      if (path === '/api/sign-up') {
        const id = `u-${users.size + 17}`;
        users.set(id, { id, email: String(json['email']), password: String(json['password']), status: 'active' });
        return { status: 201, json: { id } };
      }
      if (path === '/api/login')
        return byMail !== undefined && byMail.password === json['password'] && lets(byMail, 'login')
          ? made(byMail)
          : { status: 401 };
      if (path === '/api/refresh') {
        const spent = tokens.get(String(json['refreshToken']));
        return spent?.kind === 'refresh' && lets(spent.user, 'refresh') ? made(spent.user) : { status: 401 };
      }
      if (path === '/api/me') {
        if (bearer === ann.name) return { json: { id: 'u-ann', email: ann.login } };
        return held?.kind === 'access' ? { json: { id: held.user.id, email: held.user.email } } : { status: 401 };
      }
      if (bearer !== root.name) return { status: 403 };
      const user = users.get(path.split('/')[4] ?? '');
      if (path === '/api/admin/users')
        return { json: { users: [...users.values()].map(({ id, email, status }) => ({ id, email, status })) } };
      if (user === undefined || method !== 'POST') return { status: 404 };
      user.status = path.endsWith('/suspend') ? 'suspended' : 'active';
      if (path.endsWith('/suspend') && guards.has('session'))
        for (const [token, one] of tokens) if (one.user === user && one.kind === 'access') tokens.delete(token);
      return { json: { id: user.id, status: user.status } };
    },
  };
};

const run = async (guards: readonly Guard[]) => {
  const { users, answer } = app(new Set(guards));
  const running = await serve(answer);
  const { origin } = running;
  const closed = { declared: 'protected' } as const;
  const { context, close } = await contextFor(origin, {
    operations: [
      operation(origin, 'POST /api/sign-up', ['email', 'password']),
      operation(origin, 'POST /api/login', ['email', 'password']),
      operation(origin, 'POST /api/refresh', ['refreshToken']),
      operation(origin, 'GET /api/me', [], closed),
      operation(origin, 'GET /api/admin/users', [], closed),
      operation(origin, 'POST /api/admin/users/{userId}/suspend', [], closed),
      operation(origin, 'POST /api/admin/users/{userId}/reinstate', [], closed),
    ],
    actors: [ann, root],
    credentials: ({ name }) => ({ authorization: `Bearer ${name}` }),
  });
  try {
    return { said: await staleRole.run(context), users: [...users.values()] };
  } finally {
    await close();
    await running.stop();
  }
};

test('an account that is shut out stays out', async () => {
  const { said, users } = await run(['session', 'login', 'refresh']);
  expect(said).toMatchObject([{ subject: 'POST /api/admin/users/{userId}/suspend', verdict: 'refuted' }]);
  // The suspension is taken back.
  expect(users.map(({ status }) => status)).toEqual(['active']);
});

test.each<[readonly Guard[], string | undefined]>([
  [['login', 'refresh'], undefined],
  [['session', 'refresh'], 'by logging in anew'],
  [['session', 'login'], 'with the refresh token of before'],
])('with %j alone it is in again: %s', async (guards, variant) => {
  const { said, users } = await run(guards);
  expect(said).toMatchObject([{ verdict: 'confirmed', ...(variant === undefined ? {} : { facts: { variant } }) }]);
  expect(users.map(({ status }) => status)).toEqual(['active']);
});
