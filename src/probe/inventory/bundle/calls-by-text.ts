import { hole } from './evaluate.ts';
import type { Call, CodeCalls } from './calls-of.ts';

const MOST = 2_000;
const FETCH =
  /\b(?:fetch|\$fetch|EventSource|WebSocket|axios|ky)\(\s*(["'`])([^"'`\n]{1,500})\1(?:\s*,\s*\{[^{}]{0,200}?\bmethod\s*:\s*["'`](\w{3,7})["'`])?/g;
const VERB = /\.(get|post|put|patch|delete)\(\s*(["'`])(\/[^"'`\n]{1,500}|https?:\/\/[^"'`\n]{1,500})\2/g;
const PATH = /(["'`])(\/(?:api|rest|v\d|graphql|rpc|trpc|services?)(?:\/[^"'`\s\\<>]{0,200})?)\1/g;

/** For code that is too large to parse, or is none: calls by their look. */
export const callsByText = (code: string): CodeCalls => {
  const calls: Call[] = [];
  const holes = (text: string): string =>
    text.replaceAll(/\$\{([^{}]{0,200})\}/g, (_, inner: string) => hole(inner.split('.').at(-1) ?? ''));
  for (const [, , url = '', method = 'GET'] of firstOf(code.matchAll(FETCH)))
    calls.push({ method: method.toUpperCase(), url: holes(url) });
  for (const [, method = 'get', , url = ''] of firstOf(code.matchAll(VERB)))
    calls.push({ method: method.toUpperCase(), url: holes(url) });
  const paths = new Set<string>();
  for (const [, , path = ''] of firstOf(code.matchAll(PATH))) paths.add(holes(path));
  return { calls, paths };
};

const firstOf = <T>(all: Iterable<T>): Iterable<T> => Iterator.from(all).take(MOST);
