/** English plurals as they stand in paths; what is not known stays as it is. */
const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  children: 'child',
  data: 'data',
  news: 'news',
  media: 'media',
  series: 'series',
  movies: 'movie',
  cookies: 'cookie',
  caches: 'cache',
  invoices: 'invoice',
};

/** `categories` → `category`. */
export const singular = (word: string): string => {
  const known = IRREGULAR[word.toLowerCase()];
  if (known !== undefined) return known;
  if (/[^aeiou]ies$/i.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z|us)es$/i.test(word)) return word.slice(0, -2);
  if (/(?:ss|us|is)$/i.test(word)) return word;
  return /s$/i.test(word) && word.length > 2 ? word.slice(0, -1) : word;
};

export const isPlural = (word: string): boolean => /^[a-z][\w-]*$/i.test(word) && singular(word) !== word;

/** `order-items` → `orderItem`. */
export const nameOfOne = (collection: string): string =>
  singular(collection)
    .replaceAll(/[^a-z0-9]+([a-z0-9])?/gi, (_, next: string | undefined) => (next ?? '').toUpperCase())
    .replace(/^[A-Z]/, (first) => first.toLowerCase());

const VERBS =
  'accept|activate|add|apply|approve|archive|assign|ban|block|buy|cancel|capture|change|charge|check|checkout|clear|close|complete|confirm|copy|create|deactivate|decline|delete|demote|deny|destroy|disable|discard|dismiss|drop|duplicate|edit|empty|enable|end|erase|execute|export|feature|finish|flag|forget|forgot|fulfil|fulfill|generate|grant|hide|import|invite|kick|leave|like|lock|login|logout|log|mark|merge|move|mute|open|pay|pause|ping|place|promote|publish|purchase|purge|read|refresh|refund|refuse|reinstate|reject|release|remove|reopen|report|request|resend|reset|restart|restore|resume|return|revoke|run|save|send|set|ship|show|sign|signin|signout|signup|start|stop|submit|subscribe|suspend|sync|toggle|transfer|trigger|unban|unblock|unfeature|unhide|unlock|unpublish|unsubscribe|update|upload|validate|verify|void|vote|wipe|withdraw';
const VERB = new RegExp(`^(?:${VERBS})(?=$|[-_A-Z])`);
/** Going there by GET may end a session, spend something or take something away. */
const DANGER =
  /(?:^|[-_/.?&=])(?:log-?_?(?:out|off)|sign-?_?(?:out|off)|exit|(?:de)?activate|disable|delete|destroy|remove|erase|purge|wipe|clear|drop|cancel|refund|reject|approve|accept|decline|deny|ban|suspend|block|revoke|unsubscribe|unlink|disconnect|confirm|dismiss|void|withdraw|pay|buy|purchase|checkout\/complete|empty|reset-?db|shutdown|restart|publish|unpublish|archive|transfer|impersonate|trash|kill|stop)(?=$|[-_/.?&=])/i;

/** A segment that says what is done, not which. */
export const isVerb = (segment: string): boolean => VERB.test(segment);

/** A link that a crawler must not follow. */
export const isDangerous = (pathAndQuery: string): boolean => DANGER.test(pathAndQuery.replaceAll(/\{[^}]*\}/g, ''));
