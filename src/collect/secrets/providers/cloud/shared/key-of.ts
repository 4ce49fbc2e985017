/**
 * The name part of `assigned` for keys that only their provider's name identifies: the name, then a word such as `key` or
 * `token` at most 40 characters on. So `MISTRAL_API_KEY=`, `new Mistral({ apiKey:`, a nested JSON or YAML `mistral:` block
 * and a manifest's `name: MISTRAL_API_KEY` with `value:` below it all count, and `MISTRAL_PROJECT_ID=` does not.
 */
export const keyOf = (names: string): string =>
  String.raw`(?:${names})[\w\s"'({:.-]{0,40}?(?:key|token|secret|passw(?:or)?d|value)`;
