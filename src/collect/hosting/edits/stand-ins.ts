import { hostOf, isStandIn } from '../pointing.ts';

/** A member, constant or attribute that decides an address of the running app. */
const DECIDES =
  /\b(?:metadataBase|base_?u(?:rl|ri)|site_?url|app_?url|api_?url|api_?base|web_?url|public_?url|server_?url|backend_?url|frontend_?url|site|canonical|origin|host(?:name)?|domain|cookie_?domain|redirect_?ur[li]|callback_?url|return_?url|success_?url|cancel_?url|destination|from(?:_?e?mail)?|sender|reply_?to)\b["']?\s*(?::|=(?![=>]))\s*(?:new URL\(\s*)?["'`]([^"'`\s]{3,200}|[^"'`<>]{0,60}<[^"'`<>\s]{3,100}>)["'`]/gi;
const BLANK =
  /["'](<(?:YOUR|MY|PROJECT|ACCOUNT|APP|DATABASE|KV|BUCKET|REPLACE|INSERT|CHANGE|TODO|ORG|TENANT)[A-Z0-9_ -]{0,50}>|(?:YOUR|REPLACE|INSERT)_[A-Z0-9_]{2,60})["']/g;
/** Words of such names: most texts and rows have none. */
const MADE_UP = /your|example\.|my-?(?:app|domain|site)|domain\.com|REPLACE_|INSERT_|<[A-Z]/i;
/** Fallbacks, examples for people, and what is only compared. */
const NO_SETTING = /\|\||\?\?|placeholder|example\s*[:=]|e\.g\.|@example|describe\(|label|hint|helper/i;

export interface StandIn {
  line: number;
  what: string;
}

/** Names made to be replaced, where they decide an address of the running app. `isHostFile`: there every value counts. */
export const standInsIn = (text: string): StandIn[] => {
  if (!MADE_UP.test(text)) return [];
  return text.split('\n').flatMap((row, index) => {
    if (!MADE_UP.test(row) || /^\s*(?:\/\/|\*|\/\*|#|<!--)/.test(row) || NO_SETTING.test(row)) return [];
    const found = [...row.matchAll(DECIDES)].flatMap(([, value = '']) => {
      const address = (/<([^<>]+)>$/.exec(value)?.[1] ?? value).replace(/^\./, '');
      const host = hostOf(
        address.includes('@') && !address.includes('://') ? address.slice(address.lastIndexOf('@') + 1) : address,
      );
      return host !== undefined && isStandIn(host) ? [host] : [];
    });
    const blanks = [...row.matchAll(BLANK)].map(([, value = '']) => value);
    const [what] = [...found, ...blanks];
    return what === undefined ? [] : [{ line: index + 1, what }];
  });
};
