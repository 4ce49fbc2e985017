import { describe, expect, test } from 'vitest';
import { readCode } from '../read-code.ts';
import { programOf } from '../testing/program-of.ts';

const DB = `import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();`;

/** How each row is picked that the endpoints of some files touch. */
const accessesOf = async (dependency: string, files: Record<string, string>): Promise<string[]> => {
  const program = await programOf({
    'package.json': `{"dependencies":{"${dependency}":"1.0.0"}}`,
    'src/lib/db.ts': DB,
    ...files,
  });
  return readCode({ program, unread: [] }).endpoints.flatMap(({ id, accesses }) =>
    accesses.map(
      ({ model, key, bound }) =>
        `${id}: ${model}${key === undefined ? '' : ' by input'}${bound === undefined ? '' : ` =${bound.how}`}`,
    ),
  );
};

describe('what a framework hands a handler', () => {
  test('SvelteKit: the event to loads and form actions, arguments to remote functions', async () => {
    expect(
      await accessesOf('@sveltejs/kit', {
        'src/routes/orders/+page.server.ts': `
import { db } from '../../lib/db';
export const actions = {
  own: async ({ request, locals }) => { const data = await request.formData(); await db.order.update({ where: { id: data.get('id'), userId: locals.user.id } }); },
  any: async ({ request }) => { const data = await request.formData(); await db.order.update({ where: { id: data.get('id') } }); },
};`,
        'src/routes/data.remote.ts': `import { command } from '$app/server';\nimport { db } from '../lib/db';\nexport const gone = command('unchecked', async (id) => { await db.order.delete({ where: { id } }); });`,
      }),
    ).toEqual([
      'POST src/routes/data.remote.ts#gone: order by input',
      'POST /orders?/own: order by input =where',
      'POST /orders?/any: order by input',
    ]);
  });

  test('React Router: the request and its parameters, to pages that have a form too', async () => {
    expect(
      await accessesOf('@react-router/dev', {
        'app/routes/orders.$id.tsx': `
import { db } from '../../src/lib/db';
export const action = async ({ params, context }) => { await db.order.delete({ where: { id: params.id, userId: context.user.id } }); };
export const loader = async ({ params }) => db.order.findUnique({ where: { id: params.id } });
export default () => null;`,
      }),
    ).toEqual(['GET /orders/{id}: order by input', 'POST /orders/{id}: order by input =where']);
  });

  test('Next.js: arguments to actions, checked input and a context to those of a builder', async () => {
    expect(
      await accessesOf('next', {
        'src/acts.ts': `
'use server';
import { db } from './lib/db';
import { client } from './client';
export async function remove(id, userId) { await db.order.delete({ where: { id, userId } }); }
export const own = client.schema(s).action(async ({ parsedInput, ctx }) => { await db.order.delete({ where: { id: parsedInput.id, userId: ctx.user.id } }); });`,
        'src/client.ts': `import { createSafeActionClient } from 'next-safe-action';\nexport const client = createSafeActionClient();`,
      }),
    ).toEqual(['POST src/acts.ts#remove: order by input', 'POST src/acts.ts#own: order by input =where']);
  });

  test('Astro: checked input and a context to actions', async () => {
    expect(
      await accessesOf('astro', {
        'src/actions/index.ts': `
import { defineAction } from 'astro:actions';
import { db } from '../lib/db';
export const server = { gone: defineAction({ handler: async ({ id }, context) => { await db.order.delete({ where: { id, userId: context.locals.user.id } }); } }) };`,
      }),
    ).toEqual(['POST /_actions/gone: order by input =where']);
  });
});
