import { afterUse, isTested } from './fallback.ts';
import { CODE } from './mark-code.ts';
import type { RawUse } from './raw-use.ts';
import { endsWhenMissing } from './required.ts';

/** More uses than this in one file are not read one by one. */
const MOST_USES = 3000;
const NAME = String.raw`([A-Za-z_]\w{0,120})`;
const BASES = [
  { via: 'process.env', source: String.raw`\bprocess\s*(?:\?\.|\.)\s*env` },
  { via: 'import.meta.env', source: String.raw`\bimport\.meta(?:\s+as\s+any\))?\??\.env` },
  { via: 'Bun.env', source: String.raw`\bBun\.env` },
] as const;

const MEMBER = BASES.map(({ via, source }) => ({
  via,
  pattern: new RegExp(String.raw`${source}\s*(?:(?:!|\?)?\.\s*${NAME}|(?:!|\?\.)?\[\s*(['"\x60])${NAME}\2\s*\])`, 'g'),
}));
const GETTER = [
  { via: 'Deno.env', pattern: /\bDeno\.env\.get\(\s*(['"`])([A-Za-z_]\w{0,120})\1\s*,?\s*\)/g },
  { via: 'Netlify.env', pattern: /\bNetlify\.env\.get\(\s*(['"`])([A-Za-z_]\w{0,120})\1\s*\)/g },
  {
    via: 'helper',
    pattern:
      /(?<![\w.$])((?:get|require|read|must|need|load|assert|optional|fetch|check)\w{0,12}Env\w{0,12}|env(?:Var|OrThrow|String)?)\(\s*(['"`])([A-Z][A-Z0-9]*_[A-Z0-9_]{1,120})\2/g,
  },
] as const;
const TAKEN_APART = /\}\s*(?::\s*[^=;{}]{1,80})?=\s*(process\.env|import\.meta\.env|Bun\.env)(?![\w.[?])/g;
const SVELTE_STATIC = /\bimport\s*\{([^{}]{1,2000})\}\s*from\s*(['"])(\$env\/static\/(?:private|public))\2/g;
const ENV_OBJECT =
  /\bimport\s*\{[^{}]{0,300}\benv(?:\s+as\s+(\w+))?\s*[,}][^{}]{0,300}from\s*(['"])(\$env\/dynamic\/(?:private|public)|(?:node:)?process|cloudflare:workers)\2|\bimport\s*\{\s*env(?:\s+as\s+(\w+))?\s*\}\s*from\s*(['"])(\$env\/dynamic\/(?:private|public)|(?:node:)?process|cloudflare:workers)\5/;

/** Every use of an environment variable in JavaScript, TypeScript and the component files around them. */
export const usesInScript = (text: string, marks: Uint8Array): RawUse[] => {
  const uses: RawUse[] = [];
  const add = (name: string, at: number, end: number, via: string, mustBe = false): void => {
    if (uses.length >= MOST_USES || marks[at] !== CODE || isWrite(text, at, end)) return;
    const after = afterUse(text, end);
    const required = mustBe || after.ends || (!after.optional && endsWhenMissing(text, at, end));
    uses.push({
      name,
      at,
      via,
      required,
      optional: after.optional || (!required && isTested(text, at, end)),
      ...(after.fallback === undefined ? {} : { fallback: after.fallback }),
    });
  };
  for (const { via, pattern } of MEMBER) {
    for (const found of text.matchAll(pattern))
      add(found[1] ?? found[3] ?? '', found.index, found.index + found[0].length, via);
  }
  for (const { via, pattern } of GETTER) {
    for (const found of text.matchAll(pattern)) {
      const helper = via === 'helper';
      const end =
        found.index +
        found[0].length +
        (helper
          ? (/^[^()\n]{0,80}\)/.exec(text.slice(found.index + found[0].length, found.index + found[0].length + 90))?.[0]
              .length ?? 0)
          : 0);
      add(
        (helper ? found[3] : found[2]) ?? '',
        found.index,
        end,
        via,
        helper && /require|must|need|assert|OrThrow/.test(found[1] ?? ''),
      );
    }
  }
  takenApart(text, marks, uses);
  for (const found of text.matchAll(SVELTE_STATIC)) {
    if (marks[found.index] !== CODE) continue;
    for (const part of (found[1] ?? '').split(',')) {
      const name = /^\s*(\w+)/.exec(part)?.[1];
      if (name !== undefined) uses.push({ name, at: found.index, via: found[3] ?? '', required: true });
    }
  }
  envObject(text, add);
  return uses;
};

/** `process.env.X = …`, `delete process.env.X`: setting, not reading. */
const isWrite = (text: string, at: number, end: number): boolean =>
  /^\s*=(?![=>])/.test(text.slice(end, end + 10)) || /\bdelete\s+$/.test(text.slice(Math.max(0, at - 12), at));

/** `const { A, B: b, C = 'c' } = process.env`. */
const takenApart = (text: string, marks: Uint8Array, uses: RawUse[]): void => {
  for (const found of text.matchAll(TAKEN_APART)) {
    if (marks[found.index] !== CODE) continue;
    const reach = Math.max(0, found.index - 4000);
    const open = text.slice(reach, found.index).lastIndexOf('{') + reach;
    if (text[open] !== '{' || uses.length >= MOST_USES) continue;
    let at = open + 1;
    for (const part of text.slice(open + 1, found.index).split(',')) {
      const entry =
        /^\s*(?:\/\/[^\n]*\n\s*)*([A-Za-z_]\w{0,120})\s*(?::\s*\w+\s*)?(?:=\s*(?:(['"`])([^'"`$\n]{0,500})\2|(\S)))?/.exec(
          part,
        );
      const name = entry?.[1];
      if (name !== undefined && !part.trim().startsWith('...')) {
        const fallback = entry?.[3];
        const start = at + (part.length - part.trimStart().length);
        uses.push({
          name,
          at: start,
          via: found[1] ?? '',
          required: false,
          optional: fallback !== undefined || entry?.[4] !== undefined,
          ...(fallback ? { fallback } : {}),
        });
      }
      at += part.length + 1;
    }
  }
};

/** `import { env } from '$env/dynamic/private'` and then `env.X`. Cloudflare's object also holds bindings: those are used by their methods. */
const envObject = (text: string, add: (name: string, at: number, end: number, via: string) => void): void => {
  const found = ENV_OBJECT.exec(text);
  if (found === null) return;
  const local = found[1] ?? found[4] ?? 'env';
  const source = found[3] ?? found[6] ?? '';
  const pattern = new RegExp(
    String.raw`(?<![\w.$])${local}\.([A-Z][A-Z0-9_]{1,120})\b${source.startsWith('cloudflare') ? String.raw`(?!\s*[.(?])` : ''}`,
    'g',
  );
  for (const use of text.matchAll(pattern)) add(use[1] ?? '', use.index, use.index + use[0].length, source);
};
