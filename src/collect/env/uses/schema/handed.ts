import { CODE } from '../mark-code.ts';
import type { Marked } from './nesting.ts';

/** A function or schema that some file gives the process's environment to. */
export interface Handed {
  name: string;
  /** The module that the name is imported from; null where it is the file's own. */
  from: string | null;
}

const MOST = 200;
/** The environment as a whole, at the end of an argument. */
const WHOLE = /\b(?:process|import\.meta|Bun)\.env\s*(?:as\s+[\w<>, ]{1,80}\s*)?[,)}]/g;
const CALLEE =
  /(?<![\w$.])([A-Za-z_$][\w$]*)(?:\s*\.\s*[A-Za-z_$][\w$]*)?\s*(?:<[^<>()]{0,80}>)?\(\s*(?:([A-Za-z_$][\w$]*)\s*,\s*)?(?:\{\s*\.\.\.\s*)?$/;
const NEST = /\b(?:validationSchema|validate)\s*:\s*([A-Za-z_$][\w$]*)\s*[,}\n]/g;
const IMPORT =
  /\bimport\s+(?:type\s+)?([A-Za-z_$][\w$]*)?\s*,?\s*(?:\{([^{}]{1,2000})\})?\s*from\s*['"]([^'"\n]{1,300})['"]/g;
const REQUIRE =
  /\b(?:const|let|var)\s+(?:([A-Za-z_$][\w$]*)|\{([^{}]{1,1000})\})\s*=\s*require\(\s*['"]([^'"\n]{1,300})['"]/g;

/** What this file gives the environment to: `readConfig(process.env)`, `schema.parse(process.env)`, Nest's `validate: name`. */
export const handedIn = ({ text, marks }: Marked): Handed[] => {
  const names = new Set<string>();
  const found: Handed[] = [];
  let imports: ReadonlyMap<string, { name: string; from: string }> | undefined;
  const add = (local: string): void => {
    if (names.has(local) || found.length >= MOST) return;
    names.add(local);
    imports ??= importsIn(text);
    const imported = imports.get(local);
    found.push({ name: imported?.name ?? local, from: imported?.from ?? null });
  };
  for (const match of text.matchAll(WHOLE)) {
    if (marks[match.index] !== CODE) continue;
    const callee = CALLEE.exec(text.slice(Math.max(0, match.index - 160), match.index));
    for (const name of [callee?.[1], callee?.[2]]) if (name !== undefined) add(name);
  }
  if (/\bConfigModule\b/.test(text))
    for (const match of text.matchAll(NEST)) if (marks[match.index] === CODE) add(match[1] ?? '');
  return found;
};

const importsIn = (text: string): ReadonlyMap<string, { name: string; from: string }> => {
  const found = new Map<string, { name: string; from: string }>();
  for (const pattern of [IMPORT, REQUIRE]) {
    for (const [, whole, braces, from = ''] of text.matchAll(pattern)) {
      if (whole !== undefined) found.set(whole, { name: whole, from });
      for (const part of (braces ?? '').split(',')) {
        const [, name, local] =
          /^\s*(?:type\s+)?([A-Za-z_$][\w$]*)(?:\s*(?:\bas\b|:)\s*([A-Za-z_$][\w$]*))?/.exec(part) ?? [];
        if (name !== undefined) found.set(local ?? name, { name, from });
      }
    }
  }
  return found;
};

/** Whether an import of `from` may mean the file at `path`; a package's name may mean any file of a workspace. */
export const mayImport = (from: string, path: string): boolean => {
  if (!/^(?:\.|[@~#]?\/|src\/)/.test(from)) return true;
  const stem = path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/i, '');
  const last =
    from
      .replace(/\.[cm]?[jt]sx?$/i, '')
      .replace(/\/(?:index)?$/, '')
      .split('/')
      .at(-1) ?? '';
  const segments = stem.split('/');
  return last === '.' || last === '..' || last === segments.at(-1) || last === segments.at(-2);
};
