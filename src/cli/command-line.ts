import { Command } from 'commander';
import { addEdge } from './commands/edge.ts';
import { addEnv } from './commands/env.ts';
import { addExplain } from './commands/explain.ts';
import { addGate } from './commands/gate.ts';
import { addHelp } from './commands/help.ts';
import { addInit } from './commands/init.ts';
import { addList } from './commands/list.ts';
import { addMail } from './commands/mail.ts';
import { addReview } from './commands/review.ts';
import { addRoutes } from './commands/routes.ts';
import { addSecrets } from './commands/secrets.ts';
import { addTests } from './commands/tests.ts';
import { addExamples } from './options/examples.ts';
import { toolVersion } from './version.ts';

/** The whole command line. Errors are thrown, not printed: main says them in one line. */
export const commandLine = (): Command => {
  const program = new Command('launch-ready')
    .description('Can this app survive real users? GO, NO-GO or UNDECIDED, with proof and a ranked fix plan.')
    .version(toolVersion(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .usage('[command] [path] [options]');
  program.addHelpText('after', '\nEvery option of a review: launch-ready review --help');
  for (const add of [
    addReview,
    addSecrets,
    addEdge,
    addEnv,
    addRoutes,
    addTests,
    addMail,
    addGate,
    addInit,
    addExplain,
    addList,
    addHelp,
  ])
    add(program);
  addExamples(program, [
    ['launch-ready', 'review the folder you are in'],
    ['launch-ready secrets', 'only look for exposed secrets'],
    ['launch-ready gate --install', 'refuse commits that hold a secret'],
  ]);
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
    command
      .exitOverride()
      .configureOutput({ outputError: () => {} })
      .configureHelp({ showGlobalOptions: false });
  }
  return program;
};
