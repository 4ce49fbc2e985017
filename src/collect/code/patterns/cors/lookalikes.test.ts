import { expect, test } from 'vitest';
import { passesContains, passesPattern, passesPrefix, passesSuffix } from './lookalikes.ts';

test.each([
  ['example.com', 'https://evilexample.com'],
  ['example.co.uk', 'https://evilexample.co.uk'],
  ['.vercel.app', 'https://evil.vercel.app'],
  ['-team.vercel.app', 'https://evil-team.vercel.app'],
  ['.example.com', undefined],
  ['app.example.com', undefined],
  ['://example.com', undefined],
  ['localhost', undefined],
])('endsWith(%s) lets in %s', (text, origin) => expect(passesSuffix(text)).toBe(origin));

test.each([
  ['http://localhost', 'http://localhost.evil.example'],
  ['https://example.com', 'https://example.com.evil.example'],
  ['http://localhost:', undefined],
  ['http://localhost:3000', undefined],
  ['chrome-extension://', undefined],
])('startsWith(%s) lets in %s', (text, origin) => expect(passesPrefix(text)).toBe(origin));

test.each([
  ['localhost', 'https://localhost.evil.example'],
  ['.example.com', 'https://example.com.evil.example'],
  ['https://example.com', 'https://example.com.evil.example'],
  ['null', undefined],
  ['chrome-extension', undefined],
])('includes(%s) lets in %s', (text, origin) => expect(passesContains(text)).toBe(origin));

test.each([
  [String.raw`example\.com$`, 'https://evilexample.com'],
  [String.raw`^https:\/\/.*example\.com$`, 'https://evilexample.com'],
  [String.raw`^https:\/\/example\.com`, 'https://example.com.evil.example'],
  [String.raw`^https?:\/\/localhost(:\d+)?`, 'https://localhost.evil.example'],
  [String.raw`^https:\/\/[a-z0-9-]+\.vercel\.app$`, 'https://evil.vercel.app'],
  [String.raw`^https:\/\/([a-z0-9-]+\.)?vercel\.app$`, 'https://evil.vercel.app'],
  [String.raw`\.example\.com$`, undefined],
  [String.raw`^https:\/\/([a-z0-9-]+\.)*example\.com$`, undefined],
  [String.raw`^https:\/\/(.+\.)?example\.com(:\d+)?$`, undefined],
  [String.raw`^https:\/\/.*\.example\.com$`, undefined],
  [String.raw`^https?:\/\/localhost(:\d+)?$`, undefined],
  [String.raw`^http:\/\/localhost:\d+`, undefined],
  [String.raw`^https:\/\/(app|www)\.example\.com$`, undefined],
])('/%s/ lets in %s', (source, origin) => expect(passesPattern(source)).toBe(origin));
