export interface Look {
  color: boolean;
  width: number;
  /** False where the locale says that only ASCII can be read. */
  unicode: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether to colour `stream`: `--no-color`, then NO_COLOR, then FORCE_COLOR, then whether a capable terminal reads it. */
export const wantsColor = (flag: boolean | undefined, stream: { isTTY?: boolean }, env: Environment): boolean => {
  if (flag === false || (env['NO_COLOR'] ?? '') !== '') return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
};

/** Whether signs beyond ASCII can be printed: not where the locale (LC_ALL, LC_CTYPE, LANG) names another character set. */
export const readsUnicode = (env: Environment): boolean => {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((name) => name !== undefined && name !== '');
  return locale === undefined || /utf-?8/i.test(locale);
};

/** How the terminal report looks: `width` in columns, 80 when nothing says otherwise. */
export const lookOf = (flags: { color?: boolean; width?: number }): Look => ({
  color: wantsColor(flags.color, process.stdout, process.env),
  width: flags.width ?? (process.stdout.columns > 0 ? process.stdout.columns : 80),
  unicode: readsUnicode(process.env),
});
