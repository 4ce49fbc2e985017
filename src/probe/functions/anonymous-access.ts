import { settleSubjects } from '../access/report.ts';
import { makeProbe } from '../accounts/observe.ts';
import { spokenOf } from './trials.ts';

export const anonymousAccess = makeProbe({
  id: 'anonymous-access',
  tries: 'whether what needs a login answers without one',
  mode: 'read',
  subject: 'what needs a login answers without one',
  requests: ({ operations, actors }) => operations.length * (1 + actors.all.length / 2),
  run: async (context) => settleSubjects(await spokenOf(context, 'anonymous-access')),
});
