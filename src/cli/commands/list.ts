import { Argument, type Command } from 'commander';
import { addExamples } from '../options/examples.ts';

/** `launch-ready list [checks|rules]`: what is looked for. */
export const addList = (program: Command): void => {
  const command = program
    .command('list')
    .summary('the checks by stage, or the secret rules by provider')
    .description('Lists the checks by stage; with `rules`, the providers whose secrets are recognised.')
    .addArgument(new Argument('[what]', 'what to list').choices(['checks', 'rules']).default('checks'))
    .option('--json', 'print only the list, as JSON')
    .action(async (what: 'checks' | 'rules', flags: { json?: boolean }) => {
      const { listChecks, listRules } = await import('../run/listing.ts');
      const { print } = await import('../output/streams.ts');
      await print(what === 'rules' ? await listRules(flags.json === true) : await listChecks(flags.json === true));
    });
  addExamples(command, [
    ['launch-ready list', 'every check, by stage'],
    ['launch-ready list rules', 'every secret that is recognised'],
    ['launch-ready list --json', 'for a script'],
  ]);
};
