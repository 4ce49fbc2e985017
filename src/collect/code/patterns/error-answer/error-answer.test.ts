import { expect, test } from 'vitest';
import { programOf } from '../../testing/program-of.ts';
import { findPatterns } from '../registry.ts';

/** What answers tell of errors, in a handler of Express. */
const told = async (lines: string): Promise<string[]> =>
  findPatterns(
    await programOf({
      'src/api.ts': `import express from 'express';\nimport { z, ZodError } from 'zod';\nexport const handler = async (req, res, db, supabase, NextResponse, c) => {\n${lines}\n};`,
    }),
  )
    .filter(({ kind }) => kind === 'error-answer')
    .map(({ what, tells = [] }) => `${what}: ${tells.join(' ')}`);

const caught = (answer: string): string => `try { await db.go(); } catch (err) { ${answer} }`;

test.each([
  ['the message', caught('res.status(500).json({ error: err.message });'), ['res.json: message']],
  [
    'by way of a name',
    caught("const message = err instanceof Error ? err.message : 'Unknown';\nreturn res.json({ message });"),
    ['res.json: message'],
  ],
  ['in a text', caught('res.status(500).send(`Failed: ${err}`);'), ['res.send: message']],
  ['the stack', caught('res.status(500).json({ error: "No", stack: err.stack });'), ['res.json: stack']],
  ['a part of it', caught('const { stack } = err;\nres.json({ stack });'), ['res.json: stack']],
  ['the whole', caught('return NextResponse.json({ error: err }, { status: 500 });'), ['NextResponse.json: error']],
  [
    'all of its members',
    caught('return new Response(JSON.stringify(err, Object.getOwnPropertyNames(err)), { status: 500 });'),
    ['Response: stack'],
  ],
  ['what a database said', caught('return c.json({ detail: err.detail, hint: err.hint }, 500);'), ['c.json: query']],
  ['of a promise', 'db.go().catch((error) => res.status(500).send(error));', ['res.send: error']],
  [
    'of supabase',
    "const { data, error } = await supabase.from('orders').select('*');\nif (error) return res.status(500).json({ error: error.message });\nres.json(data);",
    ['res.json: message'],
  ],
  [
    'of an error handler',
    '};\nexport const onError = (err, req, res, next) => {\nres.status(500).json({ stack: err.stack });',
    ['res.json: stack'],
  ],
  [
    'what is left when the app’s own are gone',
    caught('if (err instanceof HttpError) throw err;\nres.status(500).json({ error: err });'),
    ['res.json: error'],
  ],
  ['a stack in a refusal', caught('res.status(400).json({ stack: err.stack });'), ['res.json: stack']],
])('%s is told', async (_, lines, expected) => expect(await told(lines)).toEqual(expected));

test.each([
  ['a fixed sentence', caught("console.error(err);\nres.status(500).json({ error: 'Something went wrong' });")],
  ['why it was refused', caught('res.status(400).json({ error: err.message });')],
  [
    'an error of the app’s own',
    caught('if (err instanceof HttpError) return res.status(err.status).json({ error: err.message });\nthrow err;'),
  ],
  [
    'what does not fit a schema',
    caught("if (err instanceof ZodError) return res.json({ error: err.message });\nres.status(500).end('No');"),
  ],
  [
    'errors by their name',
    caught("if (err.name === 'TokenExpiredError') return res.json({ error: err.message });\nthrow err;"),
  ],
  ['what is left of others', caught('if (!(err instanceof HttpError)) throw err;\nres.json({ error: err.message });')],
  ['not in production', caught("res.json({ stack: env.NODE_ENV === 'production' ? '' : err.stack });")],
  [
    'another thing of that name',
    'try { const { error } = await db.go();\nres.json({ error }); } catch (error) { console.error(error); }',
  ],
  ['its code', caught('res.status(500).json({ code: err.code });')],
  [
    'developers only',
    caught(
      "res.status(500).json({ error: 'No', stack: process.env.NODE_ENV === 'development' ? err.stack : undefined });",
    ),
  ],
  ['developers only, spread', caught("res.status(500).json({ error: 'No', ...(isDev && { stack: err.stack }) });")],
  ['an error of the form', 'const error = validate(req.body);\nif (error) return res.status(422).json({ error });'],
  ['what is logged', caught('console.error(err.stack);\nthrow err;')],
])('%s is not', async (_, lines) => expect(await told(lines)).toEqual([]));
