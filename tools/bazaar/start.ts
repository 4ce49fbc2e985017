/**
 * What `npm start` does: with a path, reviews it; without one, starts Bazaar, the example marketplace, on its embedded database and
 * reviews a copy of it as its founder would have it.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PORT = 4000;

/** Runs the program as a user does, on this terminal. Ctrl-C is the program's to answer. */
const launchReady = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const ignore = (): void => {};
    process.on('SIGINT', ignore);
    const child = spawn(process.execPath, [join(ROOT, 'bin/launch-ready.js'), ...args], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', ignore);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 2));
    });
  });

const reviewBazaar = async (): Promise<number> => {
  const [
    { runBazaar },
    { buildClient, copyApp, removeOriginal },
    { probeEnvironment, writeProbeConfig, withSurface },
    { openWorld },
  ] = await Promise.all([
    import('../../examples/bazaar/scripts/run-bazaar.ts'),
    import('./copy-app.ts'),
    import('./probe-config.ts'),
    import('./edge/open-world.ts'),
  ]);
  const home = join(ROOT, '.bazaar');
  console.error('Starting Bazaar, the example marketplace …');
  const [bazaar, copy] = await Promise.all([
    runBazaar({ dataDir: join(home, 'data'), port: PORT, logLevel: 'silent' }),
    copyApp(join(home, 'copy')),
  ]);
  try {
    removeOriginal();
    await buildClient(copy);
    console.error(`Bazaar runs at ${bazaar.origin}. For an app of your own: npm start -- ../my-app\n`);
    const config = join(home, 'launch-ready.config.json');
    writeProbeConfig(config, bazaar);
    withSurface(config, copy);
    const world = await openWorld(copy);
    try {
      const args = ['review', copy, '--config', config, '--sign-up', '--yes', ...world.options];
      return await launchReady(args, { ...world.env, ...probeEnvironment(bazaar) });
    } finally {
      await world.close();
    }
  } finally {
    await bazaar.stop();
  }
};

const args = process.argv.slice(2);
try {
  process.exitCode = args.length > 0 ? await launchReady(args) : await reviewBazaar();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
