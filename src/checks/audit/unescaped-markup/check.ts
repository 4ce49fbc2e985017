import { defineCheck } from '../../../model/check.ts';
import type { CodePattern } from '../../../model/evidence/code.ts';
import type { Defect } from '../../../model/finding.ts';
import { printable } from '../../secrets/leak/text.ts';
import { inPlaces, proofOf } from '../told.ts';

/** What strangers write in a marketplace. The rest is mostly written by the app’s own people. */
const STRANGERS =
  /comment|review|message|\bmsg\b|feedback|\bbio\b|profile|user|listing|seller|vendor|shop|buyer|customer|member|author|\breq(?:uest)?\b|query|location|ticket|reply|question|product|offer|service|feature/i;

const namesOf = (places: readonly CodePattern[]): string => {
  const names = [...new Set(places.flatMap(({ tells = [] }) => tells.map(printable)))];
  return names.length > 4 ? `${names.slice(0, 4).join(', ')} and others` : names.join(', ');
};

const defect = (key: string, places: readonly CodePattern[], severity: Defect['severity'], text: string): Defect[] => {
  const [first] = places;
  if (first === undefined) return [];
  const proof = proofOf(text, places);
  return [
    {
      key,
      where: { path: first.at.path, line: first.at.line },
      proof,
      ...(severity === undefined ? {} : { severity }),
    },
  ];
};

export default defineCheck({
  id: 'audit/unescaped-markup',
  stage: 'audit',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'Nothing that people write becomes markup',
    fail: 'What people write goes into the page as markup',
  },
  why: 'Whoever fills in that field puts a script into the page of everybody who looks at it: it acts as them, reads their messages, changes where their money goes.',
  references: ['CWE-79', 'ASVS 5.0 1.2.1', 'ASVS 5.0 1.3.1', 'OWASP A03:2021'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) => {
    const markup = patterns.filter(({ kind }) => kind === 'markup');
    const [own, others] = [false, true].map((isTheirs) =>
      markup.filter(({ tells = [] }) => tells.some((one) => STRANGERS.test(one)) === isTheirs),
    );
    const byFile = Map.groupBy(others ?? [], ({ at, what }) => `${at.path} ${what}`);
    return [
      ...[...byFile].flatMap(([key, places]) => defect(key, places, undefined, `${namesOf(places)} ${stand(places)}`)),
      // One for all: who can write them decides, and the code does not say it.
      ...defect(
        'own',
        own ?? [],
        'medium',
        `${namesOf(own ?? [])} ${stand(own ?? [])} (${inPlaces(own ?? [])}). It is as safe as the least careful of those who can write it.`,
      ),
    ];
  },
  fix: () => ({
    steps: [
      'Show it as text: {listing.description} in JSX, {{ }} in Vue and Handlebars, <%= in EJS, textContent instead of innerHTML.',
      'Where tags are meant, clean them when they are shown: DOMPurify.sanitize(html), or sanitizeHtml(html) on the server; Markdown after it was rendered.',
      'JSON inside <script>: JSON.stringify(data).replace(/</g, "\\\\u003c"), or </script> in a title ends it.',
      'A Content-Security-Policy without unsafe-inline keeps most of what slips through from running.',
    ],
    verify: 'npx launch-ready --only audit/unescaped-markup',
  }),
});

/** `goes into the page by dangerouslySetInnerHTML and nothing escapes it` */
const stand = (places: readonly CodePattern[]): string => {
  const whats = [...new Set(places.map(({ what }) => what))].map(printable);
  return whats.every((one) => one === 'JSON.stringify')
    ? 'is written into a <script> by JSON.stringify, and </script> in it would end the script'
    : `goes into the page by ${whats.slice(0, 3).join(', ')}, and nothing escapes or cleans it`;
};
