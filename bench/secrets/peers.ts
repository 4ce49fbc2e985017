import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './measure.ts';

export interface Peer {
  name: string;
  /** Path of its executable. */
  program: string;
  version: string;
  history?: (bare: string) => Command;
  tree: (folder: string) => Command;
}

interface Recipe {
  name: string;
  /** Installs into the folder and returns the program's path. */
  install: (into: string) => string;
  version: readonly string[];
  history?: (program: string, bare: string) => Command;
  tree: (program: string, folder: string) => Command;
}

const go =
  (module: string, program: string) =>
  (into: string): string => {
    execFileSync('go', ['install', module], { env: { ...process.env, GOBIN: into }, stdio: 'ignore' });
    return join(into, program);
  };

/** 200: it found something; 205: something that works. */
const KINGFISHER_ENDINGS = [0, 200, 205];

const RECIPES: readonly Recipe[] = [
  {
    name: 'gitleaks',
    install: go('github.com/zricethezav/gitleaks/v8@latest', 'gitleaks'),
    version: ['version'],
    history: (file, bare) => ({
      name: 'gitleaks',
      file,
      args: ['git', '--no-banner', '--log-opts=--all', '--exit-code=0', '-l', 'error', bare],
    }),
    tree: (file, folder) => ({
      name: 'gitleaks',
      file,
      args: ['dir', '--no-banner', '--exit-code=0', '-l', 'error', folder],
    }),
  },
  {
    name: 'betterleaks',
    install: go('github.com/betterleaks/betterleaks@latest', 'betterleaks'),
    version: ['version'],
    history: (file, bare) => ({
      name: 'betterleaks',
      file,
      args: ['git', '--no-banner', '--log-opts=--all', '--exit-code=0', '-l', 'error', bare],
    }),
    tree: (file, folder) => ({
      name: 'betterleaks',
      file,
      args: ['dir', '--no-banner', '--exit-code=0', '-l', 'error', folder],
    }),
  },
  {
    name: 'kingfisher',
    install: (into) => {
      execFileSync(
        'python3',
        ['-m', 'pip', 'install', '-q', '--target', join(into, 'kingfisher-pip'), 'kingfisher-bin'],
        { stdio: 'ignore' },
      );
      const program = join(into, 'kingfisher-pip/bin/kingfisher');
      process.env['PYTHONPATH'] = join(into, 'kingfisher-pip');
      return program;
    },
    version: ['--version'],
    history: (file, bare) => ({
      name: 'kingfisher',
      file,
      endings: KINGFISHER_ENDINGS,
      args: [
        'scan',
        bare,
        '--git-history',
        'full',
        '--no-validate',
        '--no-update-check',
        '-q',
        '--format',
        'json',
        '-o',
        '/dev/null',
      ],
    }),
    tree: (file, folder) => ({
      name: 'kingfisher',
      file,
      endings: KINGFISHER_ENDINGS,
      args: [
        'scan',
        folder,
        '--git-history',
        'none',
        '--no-validate',
        '--no-update-check',
        '-q',
        '--format',
        'json',
        '-o',
        '/dev/null',
      ],
    }),
  },
  {
    name: 'trufflehog',
    install: go('github.com/trufflesecurity/trufflehog/v3@latest', 'trufflehog'),
    version: ['--version'],
    history: (file, bare) => ({
      name: 'trufflehog',
      file,
      args: ['git', `file://${bare}`, '--no-verification', '--no-update', '--json'],
    }),
    tree: (file, folder) => ({
      name: 'trufflehog',
      file,
      args: ['filesystem', folder, '--no-verification', '--no-update', '--json'],
    }),
  },
  {
    name: 'secretlint',
    install: (into) => {
      const folder = join(into, 'secretlint');
      mkdirSync(folder, { recursive: true });
      execFileSync(
        'npm',
        [
          'install',
          '--prefix',
          folder,
          '--no-audit',
          '--no-fund',
          'secretlint',
          '@secretlint/secretlint-rule-preset-recommend',
        ],
        { stdio: 'ignore' },
      );
      return join(folder, 'node_modules/.bin/secretlint');
    },
    version: ['--version'],
    tree: (file, folder) => ({
      name: 'secretlint',
      file,
      args: ['--secretlintrcJSON', '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}', '**/*'],
      cwd: folder,
      // 1: it found something.
      endings: [0, 1],
    }),
  },
];

/** Every peer that can be had: already on PATH, kept from the last run, or installed from a package registry now. */
export const availablePeers = (into: string): Peer[] => {
  mkdirSync(into, { recursive: true });
  const peers: Peer[] = [];
  for (const recipe of RECIPES) {
    try {
      const program = onPath(recipe.name) ?? kept(into, recipe.name) ?? recipe.install(into);
      const version =
        (spawnSync(program, recipe.version, { encoding: 'utf8' }).stdout ?? '').trim().split('\n')[0] ?? '';
      const { history } = recipe;
      peers.push({
        name: recipe.name,
        program,
        version,
        tree: (folder) => recipe.tree(program, folder),
        ...(history === undefined ? {} : { history: (bare: string) => history(program, bare) }),
      });
    } catch {
      console.error(`${recipe.name} cannot be installed here; put it on PATH to measure it.`);
    }
  }
  return peers;
};

const kept = (into: string, name: string): string | undefined =>
  [join(into, name)].find((path) => existsSync(path) && name !== 'secretlint');

const onPath = (name: string): string | undefined => {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
};
