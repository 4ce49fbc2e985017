import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { findPatterns } from './registry.ts';

const found = async (text: string): Promise<string[]> =>
  findPatterns(await programOf({ 'src/server.ts': text })).flatMap(({ kind, what }) =>
    kind === 'project-served' ? [what] : [],
  );

test.each([
  ['the folder itself', `import express from 'express';\napp.use(express.static('.'));`, "'.'"],
  [
    'that of the code',
    `const express = require('express');\napp.use('/files', express.static(__dirname));`,
    '__dirname',
  ],
  [
    'the one above',
    `import express from 'express';\nimport path from 'path';\napp.use(express.static(path.join(__dirname, '..')));`,
    '__dirname/..',
  ],
  [
    'the working folder',
    `import express from 'express';\nimport path from 'node:path';\napp.use(express.static(path.resolve(process.cwd())));`,
    'process.cwd()',
  ],
  [
    'Hono',
    `import { serveStatic } from '@hono/node-server/serve-static';\napp.use('/*', serveStatic({ root: './' }));`,
    "'./'",
  ],
  [
    'Fastify',
    `import fastifyStatic from '@fastify/static';\nawait app.register(fastifyStatic, { root: import.meta.dirname });`,
    'import.meta.dirname',
  ],
])('%s is served', async (_, text, expected) => expect(await found(text)).toEqual([expected]));

test.each([
  [
    'public',
    `import express from 'express';\nimport path from 'path';\napp.use(express.static(path.join(__dirname, 'public')));`,
  ],
  [
    'what was built, beside the code',
    `import express from 'express';\nimport path from 'path';\napp.use(express.static(path.join(__dirname, '..', 'dist', 'client')));`,
  ],
  ['a setting', `import express from 'express';\napp.use(express.static(config.folder));`],
])('nothing is said of %s', async (_, text) => expect(await found(text)).toEqual([]));
