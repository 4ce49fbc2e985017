/** `const API = 'https://…'`, `baseURL: "http://…"`, `API_URL=http://…`: what is set and to which address. */
const SETS =
  /^(?:export\s+)?(?:const\s+|let\s+|var\s+|static\s+|readonly\s+|-\s+)*["']?([A-Za-z_][\w.-]{1,60})["']?\s*(?:=|:)\s*["'`]?((?:https?|wss?|postgres(?:ql)?|mongodb(?:\+srv)?|redis):\/\/[^\s"'`,;)]{3,200})["'`]?\s*[,;]?$/;
const AHEAD = 4;

export interface Toggle {
  line: number;
  name: string;
}

/** One name that is set to an address, and to another one in a comment beside it: switched by hand for each deploy. */
export const togglesIn = (text: string, sign: RegExp): Toggle[] => {
  const rows = text.split('\n');
  const found: Toggle[] = [];
  for (const [index, row] of rows.entries()) {
    if (!row.includes('://')) continue;
    const off = sign.exec(row);
    if (off === null) continue;
    const [, name, address] = SETS.exec(row.slice(off[0].length).trim()) ?? [];
    if (name === undefined) continue;
    const near = rows.slice(Math.max(0, index - AHEAD), index + AHEAD + 1);
    const set = near.some((other) => {
      const [, same, value] = sign.test(other) ? [] : (SETS.exec(other.trim()) ?? []);
      return same === name && value !== address;
    });
    if (set && !found.some((one) => one.name === name)) found.push({ line: index + 1, name });
  }
  return found;
};
