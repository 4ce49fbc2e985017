import { callsByText } from './calls-by-text.ts';
import { callsOf, type CodeCalls } from './calls-of.ts';

/** Larger code is looked through, not parsed. */
const MOST_PARSED = 5 * 1024 * 1024;
const WORTH_IT =
  /fetch|axios|\bky\b|EventSource|WebSocket|XMLHttpRequest|sendBeacon|\.(?:get|post|put|patch|delete|ajax|getJSON)\(|["'`]\/\w/;

/** The requests that a piece of client code makes. */
export const readCode = async (code: string, name: string): Promise<CodeCalls> => {
  if (!WORTH_IT.test(code)) return { calls: [], paths: new Set() };
  if (code.length > MOST_PARSED) return callsByText(code);
  try {
    const { parseSync } = await import('oxc-parser');
    const { program } = parseSync(/\.[cm]?[jt]sx?$/.test(name) ? name : 'script.tsx', code);
    // Code that does not parse gives an empty program.
    return program.body.length === 0 ? callsByText(code) : callsOf(program);
  } catch {
    return callsByText(code);
  }
};
