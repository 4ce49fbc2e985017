/** A place of a template that writes a value without escaping it. */
export interface Unescaped {
  /** As the language has it: `v-html`. */
  what: string;
  /** JavaScript. */
  expression: string;
  /** Where it stands in the text. */
  offset: number;
}

/** What a loop of the template goes through, by the name that it gives each: `item in items`. */
export interface Loop {
  name: string;
  list: string;
}

interface Language {
  what: string;
  /** The expression is the first group that is there. */
  find: RegExp;
}

const LANGUAGES: readonly (readonly [file: RegExp, languages: readonly Language[]])[] = [
  [/\.vue$/, [{ what: 'v-html', find: /\bv-html\s*=\s*(?:"([^"]*)"|'([^']*)')/g }]],
  [/\.svelte$/, [{ what: '{@html}', find: /\{@html\s/g }]],
  [/\.astro$/, [{ what: 'set:html', find: /\bset:html\s*=\s*\{/g }]],
  [/\.ejs$/, [{ what: '<%-', find: /<%-([^%]*)-?%>/g }]],
  [/\.(?:hbs|handlebars|mustache)$/, [{ what: '{{{ }}}', find: /\{\{\{\s*(?:\.\.\/)*([\w.]+)\s*\}\}\}/g }]],
  [/\.(?:njk|nunjucks|twig|liquid)$/, [{ what: '| safe', find: /\{\{-?\s*([\w.]+)\s*\|\s*(?:safe|raw)\b/g }]],
  [
    /\.pug$/,
    [
      { what: '!=', find: /^[ \t]*[\w#.-]*(?:\([^)\n]*\))?!=[ \t]*(.+)$/gm },
      { what: '!{ }', find: /!\{([^}\n]+)\}/g },
    ],
  ],
];

/** Pages too: their scripts make markup themselves. */
export const isTemplate = (path: string): boolean =>
  /\.html?$/.test(path) || LANGUAGES.some(([file]) => file.test(path));

const MOST_PLACES = 300;

/** Places that write values unescaped, in the order of the file. */
export const unescapedIn = (path: string, text: string): Unescaped[] =>
  (LANGUAGES.find(([file]) => file.test(path))?.[1] ?? [])
    .flatMap(({ what, find }) =>
      [...text.matchAll(find)].flatMap((match): Unescaped[] => {
        const end = match.index + match[0].length;
        const expression = match[1] ?? match[2] ?? balanced(text, end);
        return expression === undefined ? [] : [{ what, expression, offset: match.index }];
      }),
    )
    .toSorted((a, b) => a.offset - b.offset)
    .slice(0, MOST_PLACES);

const LONGEST = 2_000;

/** Up to the brace that closes what was opened before. */
const balanced = (text: string, start: number): string | undefined => {
  let depth = 1;
  let quote = '';
  for (let at = start; at < Math.min(text.length, start + LONGEST); at++) {
    const sign = text.charAt(at);
    if (quote !== '') {
      if (sign === '\\') at++;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'" || sign === '`') quote = sign;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return text.slice(start, at);
  }
  return undefined;
};

const LOOPS: readonly RegExp[] = [
  /\bv-for\s*=\s*"\(?\s*(?<name>\w+)[^"]*?\)?\s+(?:in|of)\s+(?<list>[\w.$]+)\s*"/g,
  /\{#each\s+(?<list>[\w.$]{1,80})\s+as\s+(?<name>\w+)/g,
  /\b(?<list>[\w.$]{1,80})\.map\(\s*\(?\s*(?<name>\w+)/g,
];

export const loopsIn = (text: string): Loop[] =>
  LOOPS.flatMap((find) =>
    [...text.matchAll(find)].flatMap(({ groups }) =>
      groups?.['name'] === undefined || groups['list'] === undefined
        ? []
        : [{ name: groups['name'], list: groups['list'] }],
    ),
  );
