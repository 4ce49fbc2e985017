/** What a key is usually called: the words of `assigned` where the provider has no more telling one. */
export const KEY = 'key|token|secret|passw';

/** The rest of the provider's own identifier, path of members or heading: `ACME_LIVE_`, `acme->set`, `Acme API `. */
const IN_NAME = String.raw`(?:[\w .$-]|->|::|\?\.){0,40}?`;

/**
 * Into what the provider's name opens: an object, a call, a YAML block, an address. Inside stands no `=` but a query's, no `;`
 * and no `}` but that of a list: so neither the next assignment nor the next object. Sets, and not optional groups, wherever they
 * do: those take ten times as long to compile.
 */
const NESTED =
  String.raw`[\w.-]{0,40}[\\"'\]\x60]{0,8}(?:\s{0,4}[:=>]{0,2}\s{0,4}[({[/?]|:[ \t]{0,4}\r?\n|(?<=["'\x60]),)` +
  String.raw`(?:[\w\s"'(){[\].,:@/?>$&%\\+-]|\},?\s{0,8}\]|=[\w.%~-]{1,60}&){0,90}?`;

/** `name: X`, `value: …`, as manifests, task definitions and CI files spell it. */
const VALUE_OF = String.raw`(?:[\\"',\s]{1,28}value)?`;

/** Closing quotes and brackets, a TypeScript type, then an assignment, a call, a tag's end, or the space of `--flag value`. */
const GIVEN =
  String.raw`[\\"'\])\x60]{0,9}(?:\s?\??:\s?string)?(?:\s{0,12}[:=>,(|?]{1,3}\s{0,12}|[ \t]{1,4})` +
  String.raw`[brf]?[\\"'\x60]{0,4}(?:Bearer |Token )?`;

/**
 * Pattern of a key that only its provider's name identifies: `provider`, one of `words` in the same identifier or inside what
 * the provider's name opens, an assignment, and `value` as group 1 with a proper end. All three are pattern sources,
 * alternatives allowed. So `PLAID_SECRET=…`, `--plaid-secret …`, `plaid.setSecret('…')`, nested YAML, JSON and
 * `new PlaidClient({ clientId: '…', secret: '…' })`, and a manifest's `name: PLAID_SECRET` with `value: …` below all count.
 */
export const assigned = (provider: string, words: string, value: string, flags = 'i'): RegExp =>
  new RegExp(
    `(?:${provider})(?:${IN_NAME}|${NESTED})(?:${words})` +
      `${String.raw`[\w.-]{0,20}`}${VALUE_OF}${GIVEN}(${value})${String.raw`(?![\w+/=-])`}`,
    flags,
  );
