import { settleSubjects } from '../access/report.ts';
import { makeProbe } from '../accounts/observe.ts';
import { spokenOf } from './trials.ts';

export const roleFunction = makeProbe({
  id: 'role-function',
  tries: 'whether what one role may do is done by lower roles',
  mode: 'read',
  subject: 'what one role may do is done by lower roles',
  requests: ({ operations, actors }) => operations.length * (1 + actors.all.length / 2),
  run: async (context) => settleSubjects(await spokenOf(context, 'role-function')),
});
