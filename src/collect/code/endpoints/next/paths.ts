import { bracketSegment } from '../files/bracket-path.ts';

const INTERCEPTS = /^(?:\(\.{1,3}\))+/;

/**
 * The path that a folder of the app router answers at. Groups and slots do not show; an intercepting folder answers where the one does that it
 * intercepts. Undefined below a private folder. https://nextjs.org/docs/app/getting-started/project-structure
 */
export const appRouterPath = (folder: string): string | undefined => {
  let parts: string[] = [];
  for (const segment of folder.split('/')) {
    if (segment === '' || segment.startsWith('@')) continue;
    if (segment.startsWith('_')) return undefined;
    const marks = INTERCEPTS.exec(segment)?.[0];
    if (marks !== undefined) {
      for (const mark of marks.match(/\.+/g) ?? [])
        if (mark === '...') parts = [];
        else if (mark === '..') parts.pop();
    } else if (/^\(.*\)$/.test(segment)) continue;
    parts.push(bracketSegment(segment.slice(marks?.length ?? 0).replace(/^%5F/i, '_')));
  }
  return `/${parts.filter((one) => one !== '').join('/')}`;
};

/** The path that a file of the pages router answers at. `file` has no ending. */
export const pagesRouterPath = (file: string): string =>
  `/${file
    .replace(/(?:^|\/)index$/, '')
    .split('/')
    .filter((one) => one !== '')
    .map(bracketSegment)
    .join('/')}`;
