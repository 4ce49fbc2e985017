import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isBundlerConfig, readBundlerConfig, readScripts } from './bundlers.ts';

export interface Package {
  /** Folder relative to the root, ending in `/`; empty at the top. */
  folder: string;
  dependencies: ReadonlySet<string>;
  scripts: readonly string[];
}

/** By dependency: the framework's name, where its build puts what browsers get, and which folders it serves as they are. */
const CLIENT_FRAMEWORKS: readonly {
  dependency: string;
  name: string;
  outputs: readonly string[];
  statics: readonly string[];
  needsIndex?: true;
}[] = [
  { dependency: 'next', name: 'next', outputs: ['.next/static/', 'out/'], statics: ['public/'] },
  { dependency: 'react-scripts', name: 'create-react-app', outputs: ['build/'], statics: ['public/'] },
  { dependency: 'nuxt', name: 'nuxt', outputs: ['.output/public/', 'dist/'], statics: ['public/', 'static/'] },
  { dependency: 'astro', name: 'astro', outputs: ['dist/'], statics: ['public/'] },
  {
    dependency: '@sveltejs/kit',
    name: 'sveltekit',
    outputs: ['.svelte-kit/output/client/', 'build/'],
    statics: ['static/'],
  },
  { dependency: 'gatsby', name: 'gatsby', outputs: ['public/'], statics: ['static/'] },
  { dependency: '@remix-run/react', name: 'remix', outputs: ['build/client/', 'public/build/'], statics: ['public/'] },
  { dependency: '@react-router/dev', name: 'react-router', outputs: ['build/client/'], statics: ['public/'] },
  { dependency: '@angular/core', name: 'angular', outputs: ['dist/'], statics: ['src/assets/', 'public/'] },
  { dependency: '@vue/cli-service', name: 'vue-cli', outputs: ['dist/'], statics: ['public/'] },
  { dependency: 'expo', name: 'expo', outputs: ['dist/', 'web-build/'], statics: ['public/'] },
  {
    dependency: 'vite',
    name: 'vite',
    outputs: ['dist/', 'dist/client/', 'dist/public/'],
    statics: ['public/'],
    needsIndex: true,
  },
  { dependency: 'parcel', name: 'parcel', outputs: ['dist/'], statics: ['public/'], needsIndex: true },
];
const OTHER_FRAMEWORKS = [
  'express',
  'fastify',
  'hono',
  '@nestjs/core',
  'koa',
  '@trpc/server',
  '@supabase/supabase-js',
  'firebase',
  'drizzle-orm',
  'prisma',
  '@prisma/client',
  'stripe',
  'react',
  'vue',
  'svelte',
];
const HOSTS: Readonly<Record<string, string>> = {
  'vercel.json': 'vercel',
  'netlify.toml': 'netlify',
  'fly.toml': 'fly',
  'render.yaml': 'render',
  'railway.json': 'railway',
  'railway.toml': 'railway',
  'wrangler.toml': 'cloudflare',
  'wrangler.jsonc': 'cloudflare',
  Dockerfile: 'docker',
  'supabase/config.toml': 'supabase',
  'firebase.json': 'firebase',
};

const MAX_PACKAGES = 300;
const MAX_MANIFEST = 2 * 1024 * 1024;
const MAX_CONFIGS = 100;
const MAX_CONFIG = 256 * 1024;
const MAX_SCRIPTS = 200;
/** Configurations that tests build with, or that a generator copies. */
const NOT_THE_APP = /(?:^|\/)(?:__tests__|__fixtures__|fixtures|templates?)\//;

export interface Recognised {
  frameworks: string[];
  /** Folders, ending in `/`, that builds fill with what browsers get. */
  outputs: string[];
  /** Folders whose files are served as they are. */
  statics: string[];
}

/** Reads the package manifests and host configurations among `files`. */
export const recognise = (root: string, files: readonly string[]): Recognised => {
  const present = new Set(files);
  const frameworks = new Set<string>();
  const outputs = new Set<string>();
  const statics = new Set<string>();
  const configured = new Map(
    files
      .filter((file) => isBundlerConfig(file) && !NOT_THE_APP.test(file))
      .slice(0, MAX_CONFIGS)
      .flatMap((file) => {
        const text = readSmall(join(root, file), MAX_CONFIG);
        const build = text === null ? null : readBundlerConfig(file, text, present);
        return build === null ? [] : [[file.slice(0, file.lastIndexOf('/') + 1), build] as const];
      }),
  );
  const packages = readPackages(root, files);
  const scripted = packages.map(({ folder, scripts }) => ({ folder, builds: readScripts(folder, scripts) }));
  for (const build of [...configured.values(), ...scripted.flatMap(({ builds }) => builds)]) {
    frameworks.add(build.bundler);
    for (const output of build.outputs ?? []) outputs.add(output);
    for (const served of build.statics) statics.add(served);
  }
  /** Where the build says itself what it writes, the usual folders are no guess: a server's build may lie in them. */
  const tells = (folder: string): boolean =>
    configured.get(folder)?.outputs != null ||
    scripted.some((one) => one.folder === folder && one.builds.some((build) => build.bundler === 'vite'));
  for (const { folder, dependencies } of packages) {
    for (const framework of CLIENT_FRAMEWORKS) {
      if (!dependencies.has(framework.dependency)) continue;
      if (framework.name === 'vite' && tells(folder)) continue;
      const page = present.has(`${folder}index.html`) || configured.has(folder);
      if (framework.needsIndex === true && !page) continue;
      frameworks.add(framework.name);
      for (const output of framework.outputs) outputs.add(folder + output);
      for (const served of framework.statics) statics.add(folder + served);
    }
    for (const name of OTHER_FRAMEWORKS) if (dependencies.has(name)) frameworks.add(name);
  }
  for (const [file, host] of Object.entries(HOSTS)) if (present.has(file)) frameworks.add(host);
  return {
    frameworks: [...frameworks].sort(),
    outputs: [...outputs].sort(),
    statics: [...statics].filter((folder) => !outputs.has(folder)).sort(),
  };
};

const readPackages = (root: string, files: readonly string[]): Package[] =>
  files
    .filter((file) => file === 'package.json' || file.endsWith('/package.json'))
    .slice(0, MAX_PACKAGES)
    .flatMap((file) => {
      try {
        const text = readSmall(join(root, file), MAX_MANIFEST);
        if (text === null) return [];
        const manifest = JSON.parse(text) as Record<string, unknown>;
        const names = ['dependencies', 'devDependencies'].flatMap((key) =>
          Object.keys(Object(manifest[key]) as object),
        );
        return [
          { folder: file.slice(0, -'package.json'.length), dependencies: new Set(names), scripts: scriptsOf(manifest) },
        ];
      } catch {
        return [];
      }
    });

const scriptsOf = (manifest: Readonly<Record<string, unknown>>): string[] =>
  Object.values(Object(manifest['scripts']) as object)
    .filter((script): script is string => typeof script === 'string' && script.length < 2000)
    .slice(0, MAX_SCRIPTS);

const readSmall = (path: string, most: number): string | null => {
  try {
    return statSync(path).size > most ? null : readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};
