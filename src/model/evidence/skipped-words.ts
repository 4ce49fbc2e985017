import type { Skipped } from './secrets.ts';

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

const WORDS: Readonly<Record<Skipped['reason'], (count: number) => string>> = {
  'too large': (count) => `${plural(count, 'file')} larger than the limit, read only up to it`,
  media: (count) => plural(count, 'media file'),
  'no permission': (count) => `${plural(count, 'file or folder', 'files or folders')} without permission to read`,
  unreadable: (count) => plural(count, 'unreadable file'),
  'corrupt object': (count) => plural(count, 'damaged git object'),
  'shallow clone': () => 'the history before this shallow clone begins',
  'partial clone': (count) => `${plural(count, 'file version')} that this partial clone never fetched`,
  submodule: (count) => `the history of ${plural(count, 'submodule')}, and the files of what is not checked out`,
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

/** What was not read, as part of a sentence: `2 archives too large or too deep to unpack`. */
export const skippedWords = ({ reason, count }: Skipped): string => WORDS[reason](count);
