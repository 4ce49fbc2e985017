import { bracketSegment } from '../files/bracket-path.ts';

/** What a file of `src/pages` answers at, without the ending of its language. Undefined for what Astro leaves out. https://docs.astro.build/en/guides/endpoints/ */
export const astroPath = (file: string): string | undefined => {
  const parts = file.replace(/(?:^|\/)index$/, '').split('/');
  if (parts.some((one) => one.startsWith('_'))) return undefined;
  return `/${parts
    .filter((one) => one !== '')
    .map(bracketSegment)
    .join('/')}`;
};
