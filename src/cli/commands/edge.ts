import { type Command, Option } from 'commander';
import { addEdgeOptions } from '../options/edge-options.ts';
import { addEdgePlan } from './edge-plan.ts';
import { addExamples } from '../options/examples.ts';
import { addReviewOptions, type ReviewFlags } from '../options/review-options.ts';
import { gatherDetours } from '../options/detours.ts';

/** `launch-ready edge <domain…>`: the public surface. */
export const addEdge = (program: Command): void => {
  const command = program
    .command('edge')
    .summary('the public surface: DNS, redirects, TLS, CDN, headers, caching and mail of a domain')
    .description(
      'Looks at a domain and its hosts as the world sees them: DNS, redirects, TLS, who fronts it, headers, caching and mail. It only looks: it\n' +
        'asks name servers, greets TLS servers and fetches public pages. Exit code: 0 nothing to fix now, 1 something to fix now,\n' +
        '2 wrong use or our failure, 3 not everything could be seen.',
    )
    .argument('[domains...]', 'domains such as shop.example; left out, those of edge.domains in the config')
    .option('--code <folder>', 'hold the code in this folder against it')
    .action(async (domains: string[], flags: ReviewFlags & { code?: string }) => {
      const { CHECKS } = await import('../../program.ts');
      const { choiceOf } = await import('../run/choose-checks.ts');
      const { partExit } = await import('../run/exit-code.ts');
      const { runCommand } = await import('./run-command.ts');
      const stages = flags.only === undefined && flags.stage === undefined ? { ...flags, stage: ['edge'] } : flags;
      await runCommand({
        // Saved evidence takes the folder's place.
        path: flags.fromEvidence === undefined ? (flags.code ?? '.') : flags.code,
        flags: { ...stages, ...(domains.length === 0 ? {} : { domain: domains }) },
        checks: CHECKS,
        choice: choiceOf(CHECKS, stages),
        exit: partExit,
        keep: null,
        ...(flags.code === undefined ? { withoutCode: true } : {}),
      });
    });
  addEdgeOptions(addReviewOptions(command)).addOption(
    new Option('--connect-to <host:port:address:port>', 'reach a host at another address, as curl does').argParser(
      gatherDetours,
    ),
  );
  addEdgePlan(command);
  addExamples(command, [
    ['launch-ready edge shop.example', 'everything that the world sees of it'],
    ['launch-ready edge shop.example --code .', 'and hold the code against it: callbacks, mail, cookies'],
    ['launch-ready edge plan shop.example', 'what to change at Cloudflare, before and after'],
    ['launch-ready edge shop.example --format html=edge.html', 'with the map of its DNS'],
  ]);
};
