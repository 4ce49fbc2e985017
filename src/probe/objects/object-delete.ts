import { kindOfWrite, objectWrites } from '../access/writes.ts';
import { settleSubjects } from '../access/report.ts';
import { makeProbe, type Said } from '../accounts/observe.ts';
import { tryWrite } from './try-write.ts';

export const objectDelete = makeProbe({
  id: 'object-delete',
  tries: 'whether one account can delete the object of another one',
  mode: 'destructive',
  subject: 'deletion by id',
  requests: ({ operations }) => operations.filter((operation) => kindOfWrite(operation) === 'delete').length * 24,
  run: async (context) => {
    const said: Said[] = [];
    for (const operation of objectWrites(context, 'delete')) {
      said.push(...(await tryWrite(context, operation, { verb: 'delete', mode: 'destructive', most: 2, fresh: true })));
    }
    return settleSubjects(said);
  },
});
