import { parentTrials } from '../access/parent-trials.ts';
import { settleSubjects, notTried } from '../access/report.ts';
import { makeProbe, say } from '../accounts/observe.ts';
import { spoofedCreates } from './spoofed-creates.ts';

export const identityFromInput = makeProbe({
  id: 'identity-from-input',
  tries: 'whether the app believes who somebody is, when a request simply says so',
  mode: 'write',
  subject: 'identity in query and body',
  requests: ({ operations }) => operations.length * 4,
  run: async (context) => {
    if (context.actors.pairs().length === 0)
      return [notTried('identity in query and body', 'No two accounts of one role took part.')];
    const reads = (await parentTrials(context))
      .filter(({ probe }) => probe === 'identity-from-input')
      .map(({ said }) => said);
    const writes = await spoofedCreates(context);
    const said = settleSubjects([...reads, ...writes]);
    return said.length > 0
      ? said
      : [
          say(
            'identity in query and body',
            'refuted',
            'No usual name of a parameter made the app take somebody for somebody else.',
          ),
        ];
  },
});
