import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { findPatterns } from './registry.ts';

const found = async (callback: string): Promise<string[]> =>
  findPatterns(await programOf({ 'auth.ts': `export const options = { callbacks: { ${callback} } };` })).flatMap(
    ({ kind, what }) => (kind === 'session-update' ? [what] : []),
  );

test.each([
  [
    'all of it',
    `async jwt({ token, trigger, session }) { if (trigger === 'update') return { ...token, ...session }; return token; }`,
    'all that was sent',
  ],
  [
    'all of its user, by Object.assign',
    `jwt: ({ token, trigger, session }) => { if (trigger === 'update') Object.assign(token, session.user); return token; }`,
    'all that was sent',
  ],
  [
    'the role',
    `async jwt({ token, session, trigger }) { if (trigger === 'update' && session?.role) token.role = session.role; return token; }`,
    'role',
  ],
  [
    'the address and the organisation, among harmless things',
    `async jwt({ token, trigger, session, user }) {
      log.debug('jwt', { token, session });
      if (trigger === 'update')
        return { ...token, email: session?.email ?? token.email, orgId: session?.orgId, name: session?.name };
      return token;
    }`,
    'email, orgId',
  ],
  [
    'the id, where the parameter is not taken apart',
    `jwt: async (params) => { if (params.trigger === 'update') params.token.id = params.session.user.id; return params.token; }`,
    'id',
  ],
])('%s is copied', async (_, callback, expected) => expect(await found(callback)).toEqual([expected]));

test.each([
  [
    'a name and a picture',
    `jwt: ({ token, trigger, session }) => { if (trigger === 'update') { token.name = session.name; token.picture = session.image; } return token; }`,
  ],
  [
    'an organisation that was looked up',
    `async jwt({ token, trigger, session }) {
      if (trigger === 'update') {
        const member = await prisma.member.findFirst({ where: { userId: token.sub, orgId: session.orgId } });
        if (member) token.orgId = session.orgId;
      }
      return token;
    }`,
  ],
  [
    'the user who signs in',
    `jwt: ({ token, user, session }) => (user ? { ...token, id: user.id, role: user.role } : token)`,
  ],
  [
    'what the session shows',
    `session: ({ session, token, trigger }) => ({ ...session, user: { ...session.user, id: token.sub } })`,
  ],
])('%s is nothing to tell', async (_, callback) => expect(await found(callback)).toEqual([]));
