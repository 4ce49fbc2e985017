import type { Text } from '../detect/text.ts';

const ASSIGNED =
  /([A-Za-z_][\w.-]{0,60})["'\]`]{0,2}[ \t]{0,4}(?::[ \t]?string[ \t]?)?(?::=|=>|={1,3}|:|,|\|\||\?\?)[ \t]{0,4}(?:[brfu]{0,2}["'`]|\\["'])?$/i;

/** The variable, key or parameter that the value at `start` is given to, if the line shows one. */
export const assignedName = (text: Text, start: number): string | undefined => {
  const before = text.slice(start - 100, start);
  return ASSIGNED.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1];
};
