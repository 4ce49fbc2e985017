import { type Command, Option } from 'commander';
import { SNIPPET_EDGES, type SnippetEdge } from '../../fix/edge/snippets/snippets.ts';
import type { ApplyFlags } from '../edge/apply.ts';
import type { PlanFlags } from '../edge/planned.ts';
import { gatherDetours } from '../options/detours.ts';
import { addEdgeOptions } from '../options/edge-options.ts';
import { addExamples } from '../options/examples.ts';

/** `launch-ready edge plan`, `apply` and `rollback`: the settings and rules of the edge. Options that `edge` has too are read by `edge`. */
export const addEdgePlan = (edge: Command): void => {
  addPlan(edge);
  addApply(edge);
  addRollback(edge);
};

const addReach = (command: Command): Command =>
  addEdgeOptions(command)
    .option('--config <file>', 'use this config')
    .option('--strict-tls', 'the server behind the edge has a valid certificate: let Cloudflare check it')
    .addOption(
      new Option('--connect-to <host:port:address:port>', 'reach a host at another address, as curl does').argParser(
        gatherDetours,
      ),
    );

const addPlan = (edge: Command): void => {
  const command = edge
    .command('plan')
    .summary('what has to change at Cloudflare for a launch, as a diff')
    .description(
      'Reads the zone with the token in CLOUDFLARE_API_TOKEN, looks at the site, and shows what `edge apply` would change: settings, the\n' +
        'redirect to the one host, security headers, a rate limit on login, no cache for private paths. It changes nothing.\n' +
        'Exit code: 0 nothing to change, 1 something to change, 2 wrong use or failure.',
    )
    .argument('[domain]', 'left out, the first of edge.domains in the config')
    .option('--json', 'print the plan as JSON')
    .addOption(new Option('--for <edge>', 'files for another edge instead; needs no token').choices(SNIPPET_EDGES))
    .action(async (domain: string | undefined, own: { for?: SnippetEdge }, called: Command) => {
      if (own.for !== undefined) {
        const { runSnippets } = await import('../edge/snippets.ts');
        return runSnippets(domain, { ...called.optsWithGlobals<PlanFlags>(), for: own.for });
      }
      const { runPlan } = await import('../edge/plan.ts');
      await runPlan(domain, called.optsWithGlobals<PlanFlags>());
    });
  addExamples(addReach(command), [
    ['CLOUDFLARE_API_TOKEN=… launch-ready edge plan shop.example', 'before → after'],
    ['launch-ready edge plan shop.example --for nginx', 'the same for a server of your own'],
  ]);
};

const addApply = (edge: Command): void => {
  const command = edge
    .command('apply')
    .summary('make the changes of the plan at Cloudflare')
    .description(
      'Shows the plan, asks, writes a rollback file into .launch-ready/edge, and then makes the changes, one after the other. Rules of your\n' +
        'own stay. It may be ended at any time and run again; a second run has nothing to change.',
    )
    .argument('[domain]', 'left out, the first of edge.domains in the config')
    .option('--yes', 'agree without being asked, for CI')
    .action(async (domain: string | undefined, _own: object, called: Command) => {
      const { runApply } = await import('../edge/apply.ts');
      await runApply(domain, called.optsWithGlobals<ApplyFlags>());
    });
  addExamples(addReach(command), [['launch-ready edge apply shop.example', 'after you have read the plan']]);
};

const addRollback = (edge: Command): void => {
  const command = edge
    .command('rollback')
    .summary('put back what was there before `edge apply`')
    .description(
      'Puts settings and rules back as the file has them. What somebody has changed since stays, and is named.',
    )
    .argument('<file>', 'the rollback file that `edge apply` wrote')
    .option('--yes', 'agree without being asked, for CI')
    .action(async (file: string, _own: object, called: Command) => {
      const { runRollback } = await import('../edge/apply.ts');
      await runRollback(file, called.optsWithGlobals<{ yes?: boolean }>());
    });
  addExamples(command, [['launch-ready edge rollback .launch-ready/edge/shop.example-20261126T101500Z.json', '']]);
};
