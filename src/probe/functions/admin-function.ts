import { settleSubjects } from '../access/report.ts';
import { makeProbe } from '../accounts/observe.ts';
import { spokenOf } from './trials.ts';

export const adminFunction = makeProbe({
  id: 'admin-function',
  tries: 'whether what only the most powerful role may do is done by others',
  mode: 'read',
  subject: 'what only the most powerful role may do is done by others',
  requests: ({ operations, actors }) => operations.length * (1 + actors.all.length / 2),
  run: async (context) => settleSubjects(await spokenOf(context, 'admin-function')),
});
