/** Parses the files that a list names, one path a line, and does nothing with the trees: `node parse.ts <list>`. */
import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

for (const path of readFileSync(process.argv[2] ?? '', 'utf8').split('\n')) {
  if (path === '') continue;
  // The tree is made when it is asked for.
  void parseSync(path, readFileSync(path, 'utf8')).program;
}
