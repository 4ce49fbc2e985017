import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

const NAMED = 'A file is written to where its sender says';

export default defineCheck({
  id: 'audit/upload-unchecked',
  stage: 'audit',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Files of callers are kept by name, size and type of the app’s own choice',
    fail: 'Files of callers are taken without a limit',
  },
  why: 'A name with ../ in it replaces files of the app, a file without end fills memory or disk, and a page kept as a picture runs as a script of yours.',
  references: ['CWE-434', 'CWE-22', 'CWE-770', 'ASVS 5.0 5.2.1', 'ASVS 5.0 5.3.2'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'upload')
      .map(({ at, what, tells = [], frame }) => {
        const isNamed = tells.includes('name');
        return {
          key: `${at.path} ${what} ${tells.join(' ')}`,
          ...(isNamed ? { title: NAMED, severity: 'high' as const } : {}),
          where: { path: at.path, line: at.line },
          proof: {
            kind: 'code' as const,
            text: isNamed
              ? `The path is put together with ${printable(what)}, which is what the sender wrote there: ../../ and all.`
              : `${printable(what)} is set up without a limit for the ${tells.map(printable).join(' and the ')} of a file.`,
            ...(frame === undefined ? {} : { frame }),
          },
        };
      }),
  fix: () => ({
    steps: [
      'Draw the name yourself: randomUUID() and an ending from a list; keep the sender’s name in the database, for showing.',
      'Set limits: multer({ limits: { fileSize: 5 * 1024 * 1024, files: 1 }, fileFilter }); read the type from the bytes (file-type), not from what was sent.',
      'Serve what people uploaded from another host, or with Content-Disposition: attachment and X-Content-Type-Options: nosniff.',
    ],
    verify: 'npx launch-ready --only audit/upload-unchecked',
  }),
});
