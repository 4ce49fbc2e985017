/**
 * Recall and false alarms on other scanners' own samples, beside the peers, in one run. Prints counts only, never a sample: what our
 * rules miss there stays unseen, so that these sets can go on judging them.
 *
 *   npm run bench:recall -- rules:<folder of YAML rules with examples> snapshots:<folder with ng.* and ok.* samples> …
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { parse } from 'yaml';
import { availablePeers } from './peers.ts';

interface SampleSet {
  name: string;
  /** One folder a sample: which samples hold a secret and which must stay silent. */
  positive: string;
  negative: string;
  positives: number;
  negatives: number;
}

const work = mkdtempSync(join(tmpdir(), 'launch-ready-recall-'));
const program = join(import.meta.dirname, '../../bin/launch-ready.js');

const emptySet = (name: string): SampleSet => {
  const set = { name, positive: join(work, name, 'p'), negative: join(work, name, 'n'), positives: 0, negatives: 0 };
  mkdirSync(set.positive, { recursive: true });
  mkdirSync(set.negative, { recursive: true });
  return set;
};

const fromRules = (folder: string): SampleSet => {
  const set = emptySet(`rules-${basename(join(folder, '..', '..'))}`);
  for (const file of globSync('**/*.{yml,yaml}', { cwd: folder })) {
    const document = parse(readFileSync(join(folder, file), 'utf8')) as {
      rules?: { examples?: unknown[]; negative_examples?: unknown[] }[];
    };
    for (const rule of document.rules ?? []) {
      for (const text of rule.examples ?? [])
        writeFileSync(join(set.positive, `${set.positives++}.conf`), `${String(text)}\n`);
      for (const text of rule.negative_examples ?? [])
        writeFileSync(join(set.negative, `${set.negatives++}.conf`), `${String(text)}\n`);
    }
  }
  return set;
};

const fromSnapshots = (folder: string): SampleSet => {
  const set = emptySet('snapshots');
  for (const file of globSync('**/snapshots/{ng,ok}.*/input*', { cwd: folder })) {
    const into = /\/ng\./.test(file)
      ? join(set.positive, `${set.positives++}`)
      : join(set.negative, `${set.negatives++}`);
    cpSync(join(folder, file), join(into, basename(file).replace(/^input/, 'file')), { recursive: true });
  }
  return set;
};

/** The first path segment below the folder names the sample. */
const sampleOf = (folder: string, path: string): string =>
  relative(folder, path)
    .split('/')[0]
    ?.replace(/\.conf$/, '') ?? '';

const ours = (folder: string): Set<string> => {
  const evidence = join(work, 'evidence.json');
  spawnSync(
    process.execPath,
    [program, 'secrets', folder, '--no-save', '--quiet', '--json', '--save-evidence', evidence],
    { stdio: 'ignore' },
  );
  const { evidence: facts } = JSON.parse(readFileSync(evidence, 'utf8')) as {
    evidence: { 'secrets.sightings': { value: { verdict: string; places: { path: string }[] }[] } };
  };
  const seen = facts['secrets.sightings'].value.filter((one) => one.verdict === 'secret');
  return new Set(seen.flatMap((one) => one.places.map((place) => sampleOf(folder, join(folder, place.path)))));
};

const pathsIn = (text: string, folder: string): Set<string> => {
  const found = new Set<string>();
  for (const [path] of text.matchAll(new RegExp(`${folder.replaceAll(/[.+]/g, '\\$&')}/[^"\\s:,)\\]]+`, 'g')))
    found.add(sampleOf(folder, path));
  return found;
};

const theirs: Readonly<Record<string, (program: string, folder: string) => Set<string>>> = {
  gitleaks: (file, folder) =>
    pathsIn(
      spawnSync(file, ['dir', '--no-banner', '--exit-code=0', '-l', 'error', '-f', 'json', '-r', '-', folder], {
        encoding: 'utf8',
        maxBuffer: 1e9,
      }).stdout,
      folder,
    ),
  betterleaks: (file, folder) =>
    pathsIn(
      spawnSync(file, ['dir', '--no-banner', '--exit-code=0', '-l', 'error', '-f', 'json', '-r', '-', folder], {
        encoding: 'utf8',
        maxBuffer: 1e9,
      }).stdout,
      folder,
    ),
  kingfisher: (file, folder) =>
    pathsIn(
      spawnSync(
        file,
        [
          'scan',
          folder,
          '--git-history',
          'none',
          '--no-dedup',
          '--no-validate',
          '--no-update-check',
          '-q',
          '--format',
          'json',
        ],
        { encoding: 'utf8', maxBuffer: 1e9 },
      ).stdout,
      folder,
    ),
  secretlint: (file, folder) => {
    // Into a file: what is long is cut when it ends with the process, and an error must not print samples.
    const report = join(work, 'secretlint.json');
    rmSync(report, { force: true });
    const rules = '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}';
    spawnSync(file, ['--format', 'json', '--output', report, '--secretlintrcJSON', rules, '**/*'], {
      cwd: folder,
      stdio: 'ignore',
    });
    try {
      const files = JSON.parse(readFileSync(report, 'utf8')) as { filePath: string; messages: unknown[] }[];
      return new Set(files.filter((one) => one.messages.length > 0).map((one) => sampleOf(folder, one.filePath)));
    } catch {
      return new Set();
    }
  },
};

const sets = process.argv.slice(2).map((argument) => {
  const [kind, folder = ''] = argument.split(/:(.*)/s);
  return kind === 'snapshots' ? fromSnapshots(folder) : fromRules(folder);
});
const peers = availablePeers(join(import.meta.dirname, '../.cache/peers'));
for (const set of sets) {
  console.log(`\n${set.name}: ${set.positives} samples with a secret, ${set.negatives} without`);
  const report = (name: string, run: (folder: string) => Set<string>): void => {
    const found = run(set.positive).size;
    const alarms = set.negatives === 0 ? 0 : run(set.negative).size;
    console.log(
      `  ${name.padEnd(14)} found ${String(found).padStart(5)} (${((found / set.positives) * 100).toFixed(1)} %)   false alarms ${alarms} of ${set.negatives}`,
    );
  };
  report('launch-ready', ours);
  for (const peer of peers) {
    const run = theirs[peer.name];
    if (run !== undefined) report(peer.name, (folder) => run(peer.program, folder));
  }
}
rmSync(work, { recursive: true, force: true });
