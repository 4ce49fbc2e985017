import { defineCheck } from '../../../model/check.ts';
import type { CodePattern } from '../../../model/evidence/code.ts';
import type { ManualEdit } from '../../../model/evidence/hosting.ts';
import type { Defect } from '../../../model/finding.ts';
import { plural, printable } from '../../secrets/leak/text.ts';

const MOST_PLACES = 20;

/** A constant that is asked from many places is one cause. */
const localDefects = (patterns: readonly CodePattern[]): Defect[] =>
  [...Map.groupBy(patterns, ({ at }) => at.path)].flatMap(([path, inFile]): Defect[] => {
    const [first] = inFile;
    if (first === undefined) return [];
    const lines = [...new Set(inFile.map(({ at }) => at.line))];
    return [
      {
        key: `local ${path}`,
        where: { path, line: first.at.line },
        proof: {
          kind: 'code',
          text: `${printable(first.what)} is written into the code and used in ${plural(inFile.length, 'place')}; no variable changes it.`,
          ...(first.frame === undefined ? {} : { frame: first.frame }),
          more: lines.slice(1, MOST_PLACES).map((line) => `${path}:${line}`),
        },
      },
    ];
  });

const toggleDefect = ({ what, at, frame }: ManualEdit): Defect => ({
  key: `toggle ${at.path} ${what}`,
  where: { path: at.path, line: at.line },
  severity: 'low',
  title: 'An address is switched by commenting lines out',
  why: 'Each deploy needs the right line to be commented out, by hand; one day it is the wrong one.',
  proof: {
    kind: 'code',
    text: `${printable(what)} stands here twice, with two addresses, one of them in a comment.`,
    ...(frame === undefined ? {} : { frame }),
  },
});

export default defineCheck({
  id: 'audit/address-in-code',
  stage: 'audit',
  bar: [],
  severity: 'medium',
  effort: 'hour',
  title: {
    pass: 'No address has to be changed in the code for a deploy',
    fail: 'The deployed app asks the developer’s own machine',
  },
  why: 'In production nothing answers there: the page stays empty, the payment ends on an error page, the link in the mail is dead.',
  references: ['https://12factor.net/config'],
  needs: ['code.patterns', 'hosting.edits'],
  evaluate: ({ 'code.patterns': patterns, 'hosting.edits': edits }) => [
    ...localDefects(patterns.filter(({ kind }) => kind === 'local-address')),
    ...edits.filter(({ kind }) => kind === 'toggle').map(toggleDefect),
  ],
  fix: () => ({
    steps: [
      'Read the address from a variable of the environment (process.env.API_URL, import.meta.env.VITE_API_URL), or use a path without a host where page and API have one origin.',
      'Let the app stop with an error where the variable is missing; write it into .env.example and set it at the host.',
    ],
    verify: 'npx launch-ready --only audit/address-in-code',
  }),
});
