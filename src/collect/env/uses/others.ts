import { CODE } from './mark-code.ts';
import type { RawUse } from './raw-use.ts';
import { endsWhenMissing } from './required.ts';

const MOST_USES = 3000;
const PYTHON =
  /\b(?:os\.)?(?:environ(?:\.get)?|getenv)(\(|\[)\s*(['"])([A-Za-z_]\w{0,120})\2\s*(?:,\s*(?:(['"])([^'"\n]{0,500})\4|([^)\s])))?/g;
const GO = /\bos\.(?:Getenv|LookupEnv)\(\s*"([A-Za-z_]\w{0,120})"\s*\)/g;
const COMPOSE = /(?<!\$)\$(?:\{([A-Za-z_]\w{0,120})(?:(:?[-?+])([^}\n]{0,500}))?\}|([A-Z][A-Z0-9_]{1,120}))/g;
const PRISMA = /\benv\(\s*"([A-Za-z_]\w{0,120})"\s*\)/g;

/** `os.environ['X']`, `os.environ.get('X', 'd')`, `os.getenv('X', 'd')`. */
export const usesInPython = (text: string, marks: Uint8Array): RawUse[] =>
  [...text.matchAll(PYTHON)]
    .slice(0, MOST_USES)
    .filter((found) => marks[found.index] === CODE)
    .filter(
      (found) =>
        !(
          found[1] === '[' &&
          /^\s*\]\s*=(?!=)/.test(text.slice(found.index + found[0].length, found.index + found[0].length + 8))
        ),
    )
    .map((found) => {
      const fallback = found[5];
      const optional = fallback !== undefined || (found[6] !== undefined && found[1] === '(');
      return {
        name: found[3] ?? '',
        at: found.index,
        via: 'os.environ',
        required: found[1] === '[',
        optional,
        ...(fallback ? { fallback } : {}),
      };
    });

/** `os.Getenv("X")`, `os.LookupEnv("X")`. */
export const usesInGo = (text: string, marks: Uint8Array): RawUse[] =>
  [...text.matchAll(GO)]
    .slice(0, MOST_USES)
    .filter((found) => marks[found.index] === CODE)
    .map((found) => ({
      name: found[1] ?? '',
      at: found.index,
      via: 'os.Getenv',
      required: endsWhenMissing(text, found.index, found.index + found[0].length),
    }));

/** `${X}`, `${X:-default}`, `${X:?message}` and `$X` of a compose file. */
export const usesInCompose = (text: string, marks: Uint8Array): RawUse[] =>
  [...text.matchAll(COMPOSE)]
    .slice(0, MOST_USES)
    .filter((found) => marks[found.index] !== 1)
    .map((found) => {
      const fallback = found[2]?.endsWith('-') === true ? found[3] : undefined;
      return {
        name: found[1] ?? found[4] ?? '',
        at: found.index,
        via: 'compose',
        required: found[2]?.endsWith('?') === true,
        optional: fallback !== undefined,
        ...(fallback && !fallback.includes('$') ? { fallback } : {}),
      };
    });

export const usesInPrisma = (text: string): RawUse[] =>
  [...text.matchAll(PRISMA)]
    .slice(0, MOST_USES)
    .filter((found) => !/\/\/[^\n]*$/.test(text.slice(Math.max(0, found.index - 200), found.index)))
    .map((found) => ({ name: found[1] ?? '', at: found.index, via: 'prisma', required: true }));
