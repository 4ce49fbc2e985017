import { kindOfWrite, objectWrites } from '../access/writes.ts';
import { settleSubjects } from '../access/report.ts';
import { makeProbe, type Said } from '../accounts/observe.ts';
import { tailOf } from '../access/operations.ts';
import { tryWrite } from './try-write.ts';

export const objectAction = makeProbe({
  id: 'object-action',
  tries: 'whether one account can take a step with the object of another one: cancel, ship, approve, mark as read',
  mode: 'write',
  subject: 'steps on objects',
  requests: ({ operations }) => operations.filter((operation) => kindOfWrite(operation) === 'action').length * 24,
  run: async (context) => {
    const said: Said[] = [];
    for (const operation of objectWrites(context, 'action')) {
      said.push(
        ...(await tryWrite(context, operation, {
          verb: `take the step “${tailOf(operation.path) ?? 'act'}” with`,
          mode: 'write',
          most: 5,
        })),
      );
    }
    return settleSubjects(said);
  },
});
