import { defineCheck } from '../../../model/check.ts';
import type { Defect } from '../../../model/finding.ts';
import { plural, printable } from '../../secrets/leak/text.ts';

const MOST_PLACES = 20;

export default defineCheck({
  id: 'audit/stand-in-left',
  stage: 'audit',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'No name from a template is left', fail: 'A name from a template was never replaced' },
  why: 'Links, mails and log-ins of the deployed app lead to a domain that is somebody else’s, or to none.',
  references: ['RFC 2606', 'https://12factor.net/config'],
  needs: ['hosting.edits', 'hosting.settings'],
  evaluate: ({ 'hosting.edits': edits, 'hosting.settings': settings }) => {
    const places = [
      ...edits.filter(({ kind }) => kind === 'stand-in'),
      ...settings
        .filter(({ points, environment }) => points === 'stand-in' && environment === 'production')
        .map(({ name, at }) => ({ what: name, at, frame: undefined })),
    ];
    // The same line may be seen as a setting and as a text.
    const distinct = [...Map.groupBy(places, ({ at }) => `${at.path}:${at.line}`).values()].flatMap(
      ([one]) => one ?? [],
    );
    return [...Map.groupBy(distinct, ({ what }) => what)].flatMap(([what, same]): Defect[] => {
      const [first] = same;
      if (first === undefined) return [];
      return [
        {
          key: what,
          where: { path: first.at.path, line: first.at.line },
          proof: {
            kind: 'file',
            text: `${printable(what)} is still there, in ${plural(same.length, 'place')}.`,
            ...(first.frame === undefined ? {} : { frame: first.frame }),
            more: same.slice(1, MOST_PLACES).map(({ at }) => `${at.path}:${at.line}`),
          },
        },
      ];
    });
  },
  fix: () => ({
    steps: [
      'Put your own name in; where it differs between staging and production, read it from a variable of the environment.',
    ],
    verify: 'npx launch-ready --only audit/stand-in-left',
  }),
});
