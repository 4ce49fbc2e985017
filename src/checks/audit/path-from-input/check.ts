import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { placeOf, reachedBy } from '../flows.ts';

export default defineCheck({
  id: 'audit/path-from-input',
  stage: 'audit',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Callers name no files of the server', fail: 'Callers choose which file of the server is opened' },
  why: 'A name such as ../../.env, or ..%2F..%2F.env in an address, leads out of the folder: to the keys of the app, to its code, to what others uploaded.',
  references: ['CWE-22', 'ASVS 5.0 5.3.2', 'OWASP A01:2021'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    if (endpoints.length === 0) return 'not-applicable';
    return reachedBy(endpoints, 'path').map(({ flow, ids }) => ({
      key: `${flow.at.path} ${flow.what}`,
      where: placeOf(flow),
      proof: {
        kind: 'code',
        text: `${printable(flow.what)} opens a file whose name the caller of ${ids.join(', ')} sends, and nothing in between keeps it inside a folder.`,
        ...(flow.frame === undefined ? {} : { frame: flow.frame }),
      },
    }));
  },
  fix: () => ({
    steps: [
      'Let callers send an id, and look up the file’s name in the database.',
      'Where a name is meant: const file = path.resolve(folder, name); refuse unless file.startsWith(folder + path.sep). Express does it by itself: res.sendFile(name, { root: folder }).',
    ],
    verify: 'npx launch-ready --only audit/path-from-input',
  }),
});
