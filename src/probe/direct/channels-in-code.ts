/** `.channel("room")`, or a template whose parts that change become `{}`. */
const CHANNEL =
  /\.\s*channel\s*\(\s*(?:["']([A-Za-z_][\w:./ -]{0,80})["']|`([\w:./ -]{0,60}(?:\$\{[^{}`]{1,80}\}[\w:./ -]{0,40}){0,3})`)/g;
/** What is done with a channel stands behind its name. */
const AFTER = 1_200;
const TALK =
  /\.\s*on\s*\(\s*["'`](?:broadcast|presence)["'`]|type\s*:\s*["'`](?:broadcast|presence)["'`]|\.\s*track\s*\(/;

const PRIVATE = /^\s*,\s*\{[^;]{0,200}?\bprivate\s*:\s*(?:!0|true)\b/;

export interface ChannelUse {
  /** The code sends or hears messages in it, not only changes of tables. */
  talks: boolean;
  /** Policies decide who is let in. */
  isPrivate: boolean;
}

/** Channels of Supabase Realtime that the code opens. */
export const channelsIn = (code: string): ({ name: string } & ChannelUse)[] =>
  [...code.matchAll(CHANNEL)].flatMap(({ 0: all, 1: plain, 2: template, index }) => {
    const name = plain ?? template?.replace(/\$\{[^{}]*\}/g, '{}') ?? '';
    if (name.replaceAll('{}', '') === '') return [];
    const after = code.slice(index + all.length, index + all.length + AFTER);
    const own = after.slice(0, after.search(/\.\s*channel\s*\(/) >>> 0);
    return [{ name, talks: TALK.test(own), isPrivate: PRIVATE.test(own) }];
  });
