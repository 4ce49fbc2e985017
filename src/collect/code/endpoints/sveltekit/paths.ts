import { bracketSegment } from '../files/bracket-path.ts';

/** `[x+3a]` is a character by its code, `[u+1f4a9]` too. */
const decoded = (segment: string): string =>
  segment.replaceAll(/\[([xu])\+([0-9a-f-]+)\]/gi, (whole, _, codes: string) => {
    const points = codes.split('-').map((one) => Number.parseInt(one, 16));
    return points.every((one) => one > 0x20 && one < 0xd8_00)
      ? encodeURIComponent(String.fromCodePoint(...points))
      : whole;
  });

/** The path that a folder of `src/routes` answers at: groups do not show, matchers are left out. https://svelte.dev/docs/kit/advanced-routing */
export const svelteKitPath = (folder: string): string =>
  `/${folder
    .split('/')
    .filter((one) => one !== '' && !/^\([^)]*\)$/.test(one))
    .map((one) => bracketSegment(decoded(one).replaceAll(/=\w+(?=\])/g, '')))
    .join('/')}`;
