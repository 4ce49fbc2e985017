/**
 * What may stand between the provider's name and the key's: no `=`, `;` or `}`, so neither the next assignment nor the next
 * object; only a list of objects may end.
 */
const BETWEEN = String.raw`(?:[\w\s"'(){[\].,:@/?>$-]|\},?\s{0,8}\]){0,90}?`;
/** Closing quote or bracket, a TypeScript type, then an assignment, a call, or the space of `--flag value`. */
const GIVEN = String.raw`(?:\\?["'\]\x60]){0,2}(?:\s?:\s?string)?(?:\s{0,8}(?::=|=>|={1,3}|:|,|\(|\|\||\?\?)\s{0,8}|[ \t]{1,4})`;
/** `name: X`, `value: …`, as manifests and CI files spell it. */
const VALUE_OF = String.raw`(?:["']?,?\s{0,16}["']?value)?`;

/**
 * Pattern of a key that its provider's name identifies: `provider` (alternatives allowed), one of `words` at most 90
 * characters on, and `value` as group 1. So `PLAID_SECRET=…`, `--plaid-secret …`, `plaid.setSecret('…')`,
 * `new PlaidClient({ clientId: '…', secret: '…' })` and nested YAML or JSON under `plaid:` all count.
 */
export const named = (provider: string, words: string, value: string, flags = 'i'): RegExp =>
  new RegExp(
    `(?:${provider})${BETWEEN}(?:${words})${String.raw`[\w.-]{0,20}`}${VALUE_OF}${GIVEN}${String.raw`(?:\\?["'\x60])?`}(${value})${String.raw`(?![\w+/-])`}`,
    flags,
  );
