import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/project-served',
  stage: 'audit',
  bar: ['M2'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Only folders made for it are served file by file',
    fail: 'The folder of the project is served file by file',
  },
  why: 'Everybody who asks for /package.json, /src/server.ts or a database file gets it: the code, what it is built on, and often keys.',
  references: ['CWE-538', 'CWE-548', 'ASVS 5.0 13.4.1'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'project-served')
      .map(({ at, what, frame }) => ({
        key: `${at.path} ${what}`,
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code',
          text: `${printable(what)} is handed out file by file: the folder of the code, not one of pages and pictures.`,
          ...(frame === undefined ? {} : { frame }),
        },
      })),
  fix: () => ({
    steps: [
      "Serve a folder that holds nothing else: express.static(path.join(import.meta.dirname, 'public')).",
      'Look at the log for requests of .env, .git, package.json and *.db; rotate what may have been read.',
    ],
    verify: 'npx launch-ready --only audit/project-served',
  }),
});
