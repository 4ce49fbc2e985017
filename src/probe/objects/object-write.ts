import { kindOfWrite, objectWrites } from '../access/writes.ts';
import { settleSubjects } from '../access/report.ts';
import { makeProbe, type Said } from '../accounts/observe.ts';
import { foreignChildren } from './foreign-children.ts';
import { idsInBodies, MOST_CHANGES } from './ids-in-bodies.ts';
import { oneChange, tryWrite } from './try-write.ts';
import { unwrittenVerbs } from './unwritten-verbs.ts';
import { putBack } from './undo.ts';

export const objectWrite = makeProbe({
  id: 'object-write',
  tries: 'whether one account can change the object of another one, read back by its owner',
  mode: 'write',
  subject: 'changes by id',
  requests: ({ operations }) =>
    operations.filter((operation) => kindOfWrite(operation) === 'update').length * 20 +
    operations.filter(({ method, path }) => method === 'GET' && path.includes('{')).length * 6 +
    MOST_CHANGES * 8,
  run: async (context) => {
    const said: Said[] = [];
    for (const operation of objectWrites(context, 'update')) {
      said.push(
        ...(await tryWrite(context, operation, {
          verb: 'change',
          mode: 'write',
          most: 1,
          body: oneChange,
          undo: async (at, target, tried) => void (await putBack(at, target, tried)),
        })),
      );
    }
    said.push(
      ...(await foreignChildren(context)).filter(({ probe }) => probe === 'object-write').map(({ said: one }) => one),
    );
    said.push(...(await unwrittenVerbs(context)));
    said.push(...(await idsInBodies(context)));
    return settleSubjects(said);
  },
});
