import type { Skipped } from '../../../model/evidence/secrets.ts';
import { plural, printable, shellWord } from './text.ts';

type Reason = Skipped['reason'];

const MOST_EXAMPLES = 3;

const WORDS: Readonly<Record<Reason, (count: number) => string>> = {
  'too large': (count) => `${plural(count, 'file')} larger than the limit, read only up to it`,
  media: (count) => plural(count, 'media file'),
  'no permission': (count) => `${plural(count, 'file or folder', 'files or folders')} without permission to read`,
  unreadable: (count) => plural(count, 'unreadable file'),
  'corrupt object': (count) => plural(count, 'damaged git object'),
  'shallow clone': () => 'the history before this shallow clone begins',
  'partial clone': (count) => `${plural(count, 'file version')} that this partial clone never fetched`,
  submodule: (count) => plural(count, 'submodule'),
  'dependency folder': (count) => plural(count, 'dependency folder'),
  'archive bound': (count) => `${plural(count, 'archive')} too large or too deep to unpack`,
  'symbolic link': (count) => plural(count, 'symbolic link'),
  'special file': (count) => plural(count, 'special file'),
  time: (count) => `${plural(count, 'item')} left when the scan was stopped or ran out of time`,
  'excluded by config': (count) => `${plural(count, 'file')} excluded by the config`,
  'missing object': (count) => plural(count, 'missing git object'),
  git: () => 'what git did not tell',
  'too many': (count) => `${plural(count, 'list')} with more entries than are read`,
};

/** One clause: what was not read, with a few examples. */
export const gapText = (gap: Skipped): string => {
  const text = WORDS[gap.reason](gap.count);
  const examples = gap.examples.slice(0, MOST_EXAMPLES).map(printable);
  return examples.length === 0 ? text : `${text} (${examples.join(', ')}${gap.count > examples.length ? ', …' : ''})`;
};

const first = (gap: Skipped, otherwise: string): string => shellWord(gap.examples[0] ?? otherwise);

const RECLONE =
  'See what is damaged with `git fsck --full`, then review a fresh clone: `git clone "$(git remote get-url origin)" ../fresh && npx launch-ready ../fresh`.';

const UNLOCKS: Readonly<Record<Reason, (gap: Skipped) => string>> = {
  'too large': () =>
    'Raise `secrets.maxFileMegabytes` in launch-ready.config.json, or leave the files out by name with `secrets.exclude`.',
  media: (gap) => `Move what is not media out of ${first(gap, 'the file')}.`,
  'no permission': (gap) =>
    `Give yourself the right to read them: \`chmod -R u+rX ${first(gap, '.')}\`, or run as the user who owns them.`,
  unreadable: (gap) => `See why it cannot be read: \`cat ${first(gap, 'the file')} > /dev/null\`.`,
  'corrupt object': () => RECLONE,
  'shallow clone': () =>
    'Fetch the whole history: `git fetch --unshallow` (in GitHub Actions: `fetch-depth: 0` at actions/checkout).',
  'partial clone': () => 'Fetch what was left out: `git fetch --refetch --no-filter`.',
  submodule: () => 'Check them out with `git submodule update --init --recursive`, and review each in its own folder.',
  'dependency folder': (gap) => `Review it by itself: \`npx launch-ready secrets ${first(gap, 'vendor')}\`.`,
  'archive bound': (gap) => `Unpack ${first(gap, 'the archive')} into a folder and review that.`,
  'symbolic link': (gap) => `Review what ${first(gap, 'the link')} points to in its own place.`,
  'special file': (gap) => `Replace ${first(gap, 'it')} by a plain file, or leave it out with \`secrets.exclude\`.`,
  time: () => 'Run again and let it finish.',
  'excluded by config': () =>
    'Take the globs out of `secrets.exclude` in launch-ready.config.json, or answer for what they leave out with a waiver for M2.',
  'missing object': () => `Fetch what is missing: \`git fetch --refetch\`. ${RECLONE}`,
  git: () => `Install git, and see that \`git log --all\` works here. ${RECLONE}`,
  'too many': (gap) => `Review ${first(gap, 'the large folder')} in parts, each folder by itself.`,
};

/** What the user can do so that it is read the next time, with the exact command where there is one. */
export const unlockOf = (gap: Skipped): string => UNLOCKS[gap.reason](gap);
