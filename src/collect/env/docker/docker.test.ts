import { describe, expect, test } from 'vitest';
import { readDockerfile } from './dockerfile.ts';
import { readDockerignore } from './dockerignore.ts';
import { copyOfAll } from './shipped.ts';

describe('readDockerignore', () => {
  test.each([
    ['.env', '.env', true],
    ['.env', 'apps/web/.env', false],
    ['**/.env', 'apps/web/.env', true],
    ['**/.env', '.env', true],
    ['.env*', '.env.local', true],
    ['.env*', 'apps/.env', false],
    ['**/.env*\n!.env.example', '.env.example', false],
    ['**/.env*\n!.env.example', '.env', true],
    ['*', '.env', true],
    ['*\n!src', '.env', true],
    ['*\n!src', 'src/.env', false],
    ['*\n!.env', '.env', false],
    ['# .env', '.env', false],
    ['/.env', '.env', true],
    ['./.env', '.env', true],
    ['apps', 'apps/web/.env', true],
    ['apps/*/.env', 'apps/web/.env', true],
    ['.en?', '.env', true],
    ['.[a-f]nv', '.env', true],
    ['[', '.env', false],
    ['.', '.env', false],
    ['a*b*c', 'axbxc/d', true],
    ['a*b*c', 'axbxd', false],
    ['**/node_modules/**', 'a/node_modules/b', true],
    ['a/../.env', '.env', true],
    ['', '.env', false],
  ])('%j on %s: %s', (text, path, ignored) => expect(readDockerignore(text)(path)).toBe(ignored));

  test('hostile patterns are matched in time', () => {
    const started = performance.now();
    const ignores = readDockerignore(`${'*a'.repeat(50)}b\n${'**/'.repeat(40)}x\n${'*/'.repeat(40)}x\n[z-a]\n[\\`);
    expect(ignores(`${'a'.repeat(4000)}/${'a/'.repeat(400)}y`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

describe('copyOfAll', () => {
  const line = (text: string): number | undefined => copyOfAll(readDockerfile(text))?.line;

  test.each([
    ['FROM node\nCOPY . .', 2],
    ['FROM node\nWORKDIR /app\nCOPY --chown=node:node ./ /app', 3],
    ['FROM node\nADD . /app', 2],
    ['FROM node\nCOPY [".", "/app"]', 2],
    ['FROM node\nRUN a \\\n  b\nCOPY . .', 4],
    ['FROM node AS base\nCOPY . /app\nFROM base\nCMD x', 2],
    ['FROM node AS build\nWORKDIR /app\nCOPY . .\nFROM node\nCOPY --from=build /app /app', 3],
    ['FROM node AS build\nWORKDIR /app\nCOPY . .\nFROM node\nCOPY --from=0 /app .', 3],
    ['FROM node\nCOPY .env .env', 2],
  ])('%j takes all at line %s', (text, expected) => expect(line(text)).toBe(expected));

  test.each([
    'FROM node\nCOPY package.json .',
    'FROM node AS build\nWORKDIR /app\nCOPY . .\nFROM node\nCOPY --from=build /app/dist /app',
    'FROM node AS build\nCOPY . .\nFROM node\nCMD x',
    'FROM node\nCOPY .env.example .env',
    'FROM node\n# COPY . .',
    'FROM node\nCOPY <<EOF /a\nCOPY . .\nEOF',
    '',
  ])('%j does not', (text) => expect(line(text)).toBeUndefined());
});
