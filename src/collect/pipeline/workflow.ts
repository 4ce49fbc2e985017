import type { Workflow } from '../../model/evidence/pipeline.ts';
import { isSecretName } from '../env/names.ts';
import { printsIn, secretsIn } from './prints.ts';
import { scannerIn } from './scanner.ts';
import { scriptsIn } from './script-lines.ts';

const OTHER_KEYS = ['script', 'before_script', 'after_script', 'command', 'run', 'bash', 'commands'];
const MOST_PRINTS = 50;

/** Reads one CI file: the scanner it runs, and the lines that print secrets. */
export const readWorkflow = (path: string, text: string): Workflow => {
  const onGithub = path.startsWith('.github/');
  const scripts = /\.ya?ml$/.test(path) ? scriptsIn(text, onGithub ? ['run'] : OTHER_KEYS) : buildCommands(text);
  const isSecret = (name: string, value: string): boolean =>
    secretsIn(value).length > 0 || (!onGithub && isSecretName(name) && /^["']?\$\(?\w/.test(value));
  const prints = scripts.flatMap((script) => printsIn(script, isSecret));
  return { path, scanner: scannerIn(text), prints: prints.slice(0, MOST_PRINTS) };
};

/** `"buildCommand": "…"` of vercel.json and `command = "…"` of netlify.toml. */
const buildCommands = (text: string): ReturnType<typeof scriptsIn> =>
  [
    ...text.matchAll(
      /"(?:build|install|dev)Command"\s*:\s*"((?:[^"\\]|\\.){0,2000})"|^\s*command\s*=\s*"((?:[^"\\]|\\.){0,2000})"/gm,
    ),
  ].map((found) => ({
    lines: [{ line: text.slice(0, found.index).split('\n').length, text: found[1] ?? found[2] ?? '' }],
    env: new Map(),
  }));
