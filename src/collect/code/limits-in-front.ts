import type { CodePlace } from '../../model/evidence/code.ts';
import type { Program } from './program/program.ts';

/** What limits requests before they come to the app, as servers and hosts have it in their configuration. */
const LIMITS: readonly (readonly [file: RegExp, rule: RegExp])[] = [
  [/(?:^|\/)(?:[\w.-]*nginx[\w.-]*|[\w.-]+\.conf(?:\.template)?)$/i, /^\s*limit_req\s/m],
  [/(?:^|\/)Caddyfile$/, /^\s*rate_limit\b/m],
  [/(?:^|\/)wrangler\.(?:toml|jsonc?)$/, /ratelimit/i],
  [/(?:^|\/)vercel\.json$/, /rate_limit/],
  [/\.tf$/, /cloudflare_rate_limit|ratelimit\s*\{|aws_wafv2[\s\S]*rate_based_statement/],
];

/** Files that may hold such rules. */
export const mayLimit = (path: string): boolean => LIMITS.some(([file]) => file.test(path));

/** Where requests are limited before they come to the app; undefined where no file says so. */
export const limitInFront = (configs: ReadonlyMap<string, string>): CodePlace | undefined => {
  for (const [path, text] of configs) {
    const at = LIMITS.find(([file, rule]) => file.test(path) && rule.test(text))?.[1].exec(text)?.index;
    if (at !== undefined) return { path, line: text.slice(0, at).split('\n').length };
  }
  return undefined;
};

const LIMITER = /rate-?limit|throttl|slow-?down|express-brute|arcjet|botid/i;

/** Folders of the packages in which a limiter is imported, a package's or one of the repository's own. */
export const appsWithLimiters = (program: Program): string[] => {
  const found = new Set<string>();
  for (const { path, imports } of program.modules.values())
    if (imports.some(({ from }) => LIMITER.test(from))) found.add(program.packageOf(path)?.folder ?? '');
  return [...found].toSorted();
};
