import type { Skipped } from '../../../model/evidence/secrets.ts';
import { skippedWords } from '../../../model/evidence/skipped-words.ts';
import { printable, shellWord } from './text.ts';

type Reason = Skipped['reason'];

const MOST_EXAMPLES = 3;

/** One clause: what was not read, with a few examples. */
export const gapText = (gap: Skipped): string => {
  const text = skippedWords(gap);
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
  submodule: () =>
    'Check them out with `git submodule update --init --recursive`, review each in its own folder, and answer for them here with a waiver for M2.',
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
