import { commandsIn } from './shell.ts';
import type { Script, ScriptLine } from './script-lines.ts';

export interface Print {
  line: number;
  text: string;
  what: string;
}

const SECRET_EXPRESSION = /\$\{\{\s*secrets\.(\w+)\s*\}\}/g;
/** Kept as CI secrets out of habit; printing them tells nobody anything of use. */
const HARMLESS =
  /^GITHUB_TOKEN$|PUBLISHABLE|PUBLIC_KEY|ANON_KEY|_(?:URL|URI|HOST|HOSTNAME|PORT|ID|REGION|ZONE|DOMAIN|EMAIL|USER|USERNAME|NAME|PROJECT|ORG|ACCOUNT|BUCKET|BRANCH|ENV|ENVIRONMENT|VERSION|PATH)$/i;

/** Names of the CI secrets that an expression puts into the text. */
export const secretsIn = (text: string): string[] =>
  [...text.matchAll(SECRET_EXPRESSION)].map((found) => found[1] ?? '').filter((name) => !HARMLESS.test(name));
const ALL_SECRETS = /\$\{\{\s*toJSON\(\s*(?:secrets|env)\s*\)\s*\}\}/i;
const SHOWS = /^(?:base64|cat|tee|rev|xxd|hexdump|od|sed|tr|cut|head|tail|fold|sort|grep|jq|column|less|more)\b/;
const ENV_PRINT = /^(?:printenv|env|export\s+-p|declare\s+-x)$/;

/**
 * Lines of a script that write a secret into the build log. Output that goes into a file or into another program is no
 * print, nor is a length, a test for being set, or GitHub's own mask command.
 */
export const printsIn = (script: Script, isSecret: (name: string, text: string) => boolean): Print[] => {
  const secrets = [...script.env].filter(([name, text]) => isSecret(name, text)).map(([name]) => name);
  const variable =
    secrets.length === 0
      ? null
      : new RegExp(String.raw`\$(?:\{(?:${secrets.join('|')})\}|(?:${secrets.join('|')})(?!\w))`);
  const names = (text: string): string | null => {
    if (ALL_SECRETS.test(text)) return 'all secrets';
    return secretsIn(text)[0] ?? variable?.exec(text)?.[0] ?? null;
  };
  const prints: Print[] = [];
  let traced: ScriptLine | null = null;
  for (const { line, pipeline, redirected, source } of commandsIn(script.lines)) {
    const first = pipeline[0] ?? '';
    const last = pipeline.at(-1) ?? '';
    if (/^set\s+(?:-[a-wyz]*x[a-z]*|-o\s+xtrace)\b/.test(first)) traced = { line, text: source };
    else if (/^set\s+\+x\b|^set\s+\+o\s+xtrace/.test(first)) traced = null;
    else if (traced !== null && secrets.length > 0 && variable?.test(withoutTests(source)) === true) {
      prints.push({
        line: traced.line,
        text: traced.text.slice(0, 200),
        what: `traces every command, among them one with ${variable.exec(source)?.[0] ?? 'a secret'}`,
      });
      traced = null;
    }
    if (redirected || source.includes('::add-mask::') || (pipeline.length > 1 && !SHOWS.test(last))) continue;
    const what = whatIsPrinted(first, pipeline, names, secrets.length > 0);
    if (what !== null) prints.push({ line, text: source.slice(0, 200), what });
  }
  return prints;
};

const whatIsPrinted = (
  first: string,
  pipeline: readonly string[],
  names: (text: string) => string | null,
  hasSecrets: boolean,
): string | null => {
  if (/^(?:echo|printf|print)\s/.test(first)) {
    const name = names(withoutTests(first));
    if (name === null) return null;
    const coded = pipeline
      .slice(1)
      .some((part) => /^(?:base64(?!.*(?:\s-d|--decode|\s-D))|rev|xxd|hexdump|od|sed|tr|cut|fold)\b/.test(part));
    const decoded = pipeline.slice(1).some((part) => /^(?:tee|jq|grep)\b/.test(part) && !/^tee\b/.test(part));
    if (decoded) return null;
    return coded ? `${name}, changed so that the log's masking misses it` : name;
  }
  if (
    ENV_PRINT.test(first) &&
    hasSecrets &&
    pipeline.slice(1).every((part) => /^(?:sort|cat|tee|less|more|column|base64)\b/.test(part))
  )
    return 'the whole environment, secrets among it';
  const file =
    /^(?:cat|less|more|head|tail|type)\s+(?:-\w+\s+)*["']?((?:[\w./-]*\/)?\.env(?:\.(?!example|sample|template|dist|schema|test)[\w.-]+)?)["']?$/.exec(
      first,
    )?.[1];
  return file !== undefined && pipeline.length === 1 ? `the file ${file}` : null;
};

/** What tests, measures, replaces or runs something instead of printing the value. */
const withoutTests = (text: string): string =>
  text.replace(/\$\((?:[^()]|\([^()]*\))*\)/g, '').replace(/\$\{#\w+\}|\$\{\w+:?[+][^}]*\}|\\\$/g, '');
