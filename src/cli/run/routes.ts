import { basename, resolve } from 'node:path';
import { renderRoutes, renderRoutesJson, renderRoutesOpenApi } from '../../report/routes/render-routes.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { print } from '../output/streams.ts';
import { gather } from './gather.ts';

interface Flags {
  json?: boolean;
  openapi?: boolean;
  config?: string;
  quiet?: boolean;
  color: boolean;
}

/** Prints the map of endpoints. Throws CliError when the code could not be read. */
export const runRoutes = async (path: string, flags: Flags): Promise<void> => {
  const { evidence, interrupted } = await gather({
    path,
    keys: ['code.endpoints', 'code.coverage'],
    quiet: flags.quiet === true,
    color: flags.color,
    ...(flags.config === undefined ? {} : { config: flags.config }),
  });
  if (interrupted) process.exit(EXIT.interrupted);
  const [endpoints, coverage] = [evidence['code.endpoints'], evidence['code.coverage']];
  if (endpoints?.ok !== true || coverage?.ok !== true)
    throw new CliError(endpoints?.ok === false ? endpoints.reason : 'The code was not read.');
  if (flags.openapi === true) await print(renderRoutesOpenApi(endpoints.value, basename(resolve(path))));
  else if (flags.json === true) await print(renderRoutesJson(endpoints.value, coverage.value));
  else await print(renderRoutes(endpoints.value, coverage.value));
};
