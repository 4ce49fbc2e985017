import type { HostGroup } from '../../../arrange/surface.ts';
import { markup, type Html } from '../../../escape/html.ts';
import { fitted } from './fitted.ts';
import { FRONT_WORDS } from '../../../words/front.ts';

const WIDTH = 940;
const ROW = 50;
const GAP = 10;
const HOST = { x: 1, width: 348 } as const;
const FRONT = { x: 430, width: 176 } as const;
const TARGET = { x: 688, width: 251 } as const;
/** Room beside a text, and for a sign. */
const PAD = 14;
const SIGN = 22;
/** Nearer to the right edge no text goes. */
const EDGE = 6;
/** As in styles/surface.ts. */
const NAME_SIZE = 13.5;
/** Its letters are not bold, and so narrower. */
const UNDER_SIZE = 12 * 0.9;
const SIGNS = { stop: '✖', warn: '!', good: '✔' } as const;

interface Box {
  key: string;
  /** Middle. */
  y: number;
  title: string;
  under: string;
  tone: string;
}

/** Boxes of one column, each as near to the middle of those that lead to it as there is room. */
const column = (
  groups: readonly HostGroup[],
  keyOf: (group: HostGroup) => string | null,
  boxOf: (group: HostGroup) => Omit<Box, 'key' | 'y'>,
): Box[] => {
  const rows = new Map<string, number[]>();
  for (const [index, group] of groups.entries()) {
    const key = keyOf(group);
    if (key !== null) rows.set(key, [...(rows.get(key) ?? []), index]);
  }
  let free = 0;
  return [...rows]
    .map(([key, at]) => ({ key, middle: at.reduce((sum, one) => sum + one, 0) / at.length, group: groups[at[0]!]! }))
    .toSorted((a, b) => a.middle - b.middle)
    .map(({ key, middle, group }) => {
      const y = Math.max(middle * (ROW + GAP), free);
      free = y + ROW + GAP;
      return { key, y: y + ROW / 2, ...boxOf(group) };
    });
};

const frontKey = ({ front }: HostGroup): string | null => (front === undefined ? null : (front?.name ?? ''));
const targetKey = (group: HostGroup): string => `${frontKey(group) ?? '-'} ${group.target.text}`;

const box = ({ y, title, under, tone }: Omit<Box, 'key'>, at: { x: number; width: number }, sign?: string): Html => {
  const room = at.width - PAD - (sign === undefined ? EDGE : PAD + SIGN);
  return markup`<g class="node ${tone}"><title>${title}${under !== '' && `, ${under}`}</title><rect x="${at.x}" y="${y - ROW / 2}" width="${at.width}" height="${ROW}" rx="9"/>${
    sign !== undefined &&
    markup`<text class="sign" x="${at.x + at.width - PAD}" y="${y + 5}" text-anchor="end">${sign}</text>`
  }<text class="name" x="${at.x + PAD}" y="${under === '' ? y + 5 : y - 3}">${fitted(title, room / NAME_SIZE)}</text>${
    under !== '' &&
    markup`<text class="under" x="${at.x + PAD}" y="${y + 15}">${fitted(under, room / UNDER_SIZE)}</text>`
  }</g>`;
};

const line = (x: number, y: number, toX: number, toY: number, tone: string): Html =>
  markup`<path class="lead ${tone}" d="M${x} ${y}C${x + 40} ${y} ${toX - 40} ${toY} ${toX} ${toY}"/>`;

/** The map of one domain: its hosts, who stands in front of each, and what they lead to. */
export const picture = (domain: string, groups: readonly HostGroup[]): Html => {
  const fronts = column(groups, frontKey, ({ front }) =>
    front == null
      ? { title: 'nobody in front', under: '', tone: 'none' }
      : { title: front.name, under: FRONT_WORDS[front.kind], tone: 'front' },
  );
  const targets = column(groups, targetKey, ({ target }) => ({ title: target.text, under: '', tone: target.tone }));
  const rows = groups.map((group, index) => ({ group, y: index * (ROW + GAP) + ROW / 2 }));
  const height = Math.max(...[...rows, ...fronts, ...targets].map(({ y }) => y + ROW / 2)) + 2;
  const leads = rows.flatMap(({ group, y }) => {
    const front = fronts.find(({ key }) => key === frontKey(group));
    const target = targets.find(({ key }) => key === targetKey(group));
    return [
      front !== undefined && line(HOST.x + HOST.width, y, FRONT.x, front.y, 'plain'),
      target !== undefined &&
        (front === undefined
          ? line(HOST.x + HOST.width, y, TARGET.x, target.y, group.target.tone)
          : line(FRONT.x + FRONT.width, front.y, TARGET.x, target.y, group.target.tone)),
    ];
  });
  return markup`<svg class="map" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Map of ${domain}: ${groups.flatMap(({ hosts }) => hosts).length} hosts; the list below says the same in words">${leads}${rows.map(({ group, y }) => box({ y, ...hostText(group), tone: group.tone }, HOST, SIGNS[group.tone]))}${fronts.map((one) => box(one, FRONT))}${targets.map((one) => box(one, TARGET))}</svg>`;
};

const hostText = ({ hosts }: HostGroup): { title: string; under: string } => {
  const [first, ...more] = hosts;
  if (more.length === 0)
    return { title: first?.host ?? '', under: first?.purpose === 'other' ? '' : (first?.purpose ?? '') };
  return {
    title: `${hosts.length} hosts, alike and well`,
    under: hosts.map(({ host }) => host.split('.')[0]).join(', '),
  };
};
