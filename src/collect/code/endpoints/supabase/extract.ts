import type { Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { folderOf, join } from '../../program/resolve.ts';
import { servedMethods, servedIn } from '../served/handlers.ts';
import type { Extracted, PlatformCheck, RawEndpoint } from '../raw.ts';
import { readFunctionConfigs, type FunctionConfig } from './config.ts';

const ENTRY = /^(?:(.*)\/)?supabase\/functions\/([^/_.][^/]*)\/index\.[jt]sx?$/;

/** Edge functions of Supabase: one for each folder with an index, or where config.toml says its entry is. */
export const extractSupabaseFunctions = (program: Program): Extracted => {
  const configs = new Map(
    [...program.configs]
      .filter(([path]) => path.endsWith('supabase/config.toml'))
      .map(([path, text]) => [folderOf(path), { path, functions: readFunctionConfigs(text) }] as const),
  );
  const entries = new Map<string, { m: Module; folder: string; name: string; config: FunctionConfig | undefined }>();
  const add = (m: Module | undefined, folder: string, name: string): void => {
    if (m === undefined || entries.has(`${folder}/${name}`)) return;
    entries.set(`${folder}/${name}`, { m, folder, name, config: configs.get(folder)?.functions.get(name) });
  };
  for (const [folder, { functions }] of configs)
    for (const [name, { values }] of functions) {
      const entry = values.get('entrypoint')?.value;
      if (typeof entry === 'string') add(program.modules.get(join(folder, entry) ?? ''), folder, name);
    }
  for (const m of program.modules.values()) {
    const [, root, name] = ENTRY.exec(m.path) ?? [];
    if (name !== undefined) add(m, root === undefined ? 'supabase' : `${root}/supabase`, name);
  }
  const unchecked = program.packages.some(({ scripts }) =>
    Object.values(scripts).some((script) => script.includes('--no-verify-jwt')),
  );
  const endpoints = [...entries.values()]
    .filter(({ config }) => config?.values.get('enabled')?.value !== false)
    .flatMap(({ m, folder, name, config }) =>
      endpointsOf(program, m, name, jwtCheck(m, configs.get(folder)?.path, config), unchecked),
    );
  return { endpoints, unresolved: [] };
};

/** On unless the configuration turns it off. */
const jwtCheck = (m: Module, path: string | undefined, config: FunctionConfig | undefined): PlatformCheck[] => {
  const said = config?.values.get('verify_jwt');
  if (said?.value === false) return [];
  return said === undefined || path === undefined
    ? [{ name: 'verify_jwt', at: { path: m.path, line: 1 }, certain: false }]
    : [{ name: 'verify_jwt', at: { path, line: said.line }, certain: true }];
};

const endpointsOf = (
  program: Program,
  m: Module,
  name: string,
  platform: readonly PlatformCheck[],
  unchecked: boolean,
): RawEndpoint[] => {
  const served = servedIn(program, m)[0] ?? servedBelow(program, m);
  const doubts = [
    ...(served === undefined ? ['what answers for it was not found'] : []),
    ...(unchecked && platform.length > 0 ? ['a script deploys functions with --no-verify-jwt'] : []),
  ];
  const steps = served?.steps ?? [];
  return servedMethods(program, steps).map(([method, line]) => ({
    framework: 'supabase-functions',
    kind: 'function',
    method,
    path: `/functions/v1/${name}`,
    m,
    at: served?.m === m ? (line ?? served.at) : 1,
    steps,
    ...(platform.length === 0 ? {} : { platform }),
    confidence: doubts.length === 0 ? 'certain' : 'likely',
    unresolved: doubts,
  }));
};

/** An index may only import the file that serves. */
const servedBelow = (program: Program, entry: Module): ReturnType<typeof servedIn>[number] | undefined => {
  const folder = `${folderOf(entry.path)}/`;
  for (const { from } of entry.imports) {
    const m = program.moduleFor(entry, from);
    const served = m?.path.startsWith(folder) === true ? servedIn(program, m)[0] : undefined;
    if (served !== undefined) return served;
  }
  return undefined;
};
