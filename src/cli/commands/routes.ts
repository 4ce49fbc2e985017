import type { Command } from 'commander';
import { addExamples } from '../options/examples.ts';

interface RoutesFlags {
  json?: boolean;
  openapi?: boolean;
  config?: string;
  quiet?: boolean;
  color: boolean;
}

/** `launch-ready routes [path]`: every endpoint that the code has, and who gets in. */
export const addRoutes = (program: Command): void => {
  const command = program
    .command('routes')
    .summary('every endpoint that the code has, and who gets in')
    .description(
      'Reads the endpoints out of the code, with what keeps callers out of each: a login, a role, the owner, a signature.\n' +
        'Nothing of the code is run.',
    )
    .argument('[path]', 'folder', '.')
    .option('--json', 'print guards, data and places too, as JSON')
    .option('--openapi', 'print an OpenAPI 3.1 description')
    .option('--config <file>', 'use this config')
    .option('--quiet', 'no progress and no notes')
    .option('--no-color', 'no colours')
    .action(async (path: string, flags: RoutesFlags) => {
      const { runRoutes } = await import('../run/routes.ts');
      await runRoutes(path, flags);
    });
  addExamples(command, [
    ['launch-ready routes', 'the map, one line an endpoint'],
    ['launch-ready routes --json', 'for a script or a coding agent'],
    ['launch-ready routes --openapi > openapi.json', 'where no description exists yet'],
  ]);
};
