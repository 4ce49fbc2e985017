import type { ZoneGroup, ZoneLine } from './zone.ts';

/** Strings of a TXT record hold 255 bytes at most: RFC 1035 3.3. */
const LONGEST_STRING = 255;

/** What DNS holds may be anybody's: nothing of it breaks out of its line. */
const visible = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�');

const quoted = (text: string): string => {
  const parts = text.match(new RegExp(`.{1,${LONGEST_STRING}}`, 'gs')) ?? [''];
  return parts.map((part) => `"${part.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(' ');
};

/** Data of a record as a zone file has it: texts in quotes, names with a dot at their end. */
export const dataText = ({ type, value }: Pick<ZoneLine, 'type' | 'value'>): string => {
  const text = visible(value);
  if (type === 'TXT') return quoted(text);
  return text.endsWith('.') || text.endsWith('>') ? text : `${text}.`;
};

const recordText = (line: ZoneLine): string => `${visible(line.name)}. ${line.type} ${dataText(line)}`;

/** What is to be published, as a part of a zone file (RFC 1035 5) that can be pasted as it is: what has to be filled in first is a comment. */
export const zoneText = (groups: readonly ZoneGroup[]): string => groups.flatMap(groupText).join('\n');

const groupText = ({ title, lines, optional, shownAt }: ZoneGroup): string[] => {
  const open = lines.filter(({ todo }) => todo !== 'nothing');
  if (open.length === 0) return [];
  const head = `; ${visible(title)}${optional ? ' (if you like)' : ''}`;
  const where = shownAt === undefined ? [] : [`; what stands in <…> is shown at: ${visible(shownAt)}`];
  return [head, ...where, ...open.flatMap(lineText), ''];
};

const lineText = (line: ZoneLine): string[] => {
  const note = line.note === undefined ? '' : ` (${visible(line.note)})`;
  if (line.todo === 'remove') return [`; take out${note}:`, `; ${recordText(line)}`];
  if (line.todo === 'fill-in') return [`; fill in${note}:`, `; ${recordText(line)}`];
  return [
    ...(line.todo === 'change' ? [`; in place of what stands there${note}:`] : note === '' ? [] : [`;${note}`]),
    recordText(line),
  ];
};
