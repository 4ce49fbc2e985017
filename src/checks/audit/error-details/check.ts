import { defineCheck } from '../../../model/check.ts';
import type { CodePattern } from '../../../model/evidence/code.ts';
import type { Defect } from '../../../model/finding.ts';
import { inPlaces, proofOf } from '../told.ts';

const WORDS: Readonly<Record<string, string>> = {
  stack: 'the stack, with folders, files and libraries of the server',
  error: 'the whole error, with what a database or another server put into it',
  query: 'what was asked of the database',
};

const isWhole = ({ tells = [] }: CodePattern): boolean => tells.some((one) => Object.hasOwn(WORDS, one));

const defect = (key: string, severity: 'medium' | 'low', places: readonly CodePattern[], text: string): Defect[] => {
  const [first] = places;
  if (first === undefined) return [];
  return [{ key, severity, where: { path: first.at.path, line: first.at.line }, proof: proofOf(text, places) }];
};

export default defineCheck({
  id: 'audit/error-details',
  stage: 'audit',
  bar: [],
  severity: 'medium',
  effort: 'hour',
  title: {
    pass: 'Callers are told nothing of the inside when something fails',
    fail: 'Errors tell callers how the app is built',
  },
  why: 'Errors name tables, columns, files, addresses and libraries, and sometimes the row of somebody else. Whoever looks for a hole provokes them and reads along.',
  references: ['CWE-209', 'ASVS 5.0 16.5.1', 'OWASP A05:2021'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) => {
    const answers = patterns.filter(({ kind }) => kind === 'error-answer');
    const whole = answers.filter(isWhole);
    const messages = answers.filter((one) => !isWhole(one));
    const told = Object.entries(WORDS).flatMap(([name, words]) =>
      whole.some(({ tells = [] }) => tells.includes(name)) ? [words] : [],
    );
    return [
      ...defect(
        'details',
        'medium',
        whole,
        `When something fails, callers are sent ${told.join(', and ')} (${inPlaces(whole)}).`,
      ),
      ...defect(
        'messages',
        'low',
        messages,
        `When something fails, callers are sent the message of whatever was thrown (${inPlaces(messages)}): those of databases name tables, columns and values.`,
      ),
    ];
  },
  fix: () => ({
    steps: [
      'Send a fixed sentence and an id that stands in the log too: { error: "Something went wrong on our side.", requestId }.',
      'Do it in one place: an error handler behind all routes that shows the messages of your own errors (class HttpError) and of no others.',
      'Log the error itself, with its stack, under that id.',
    ],
    verify: 'npx launch-ready --only audit/error-details',
  }),
});
