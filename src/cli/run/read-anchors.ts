import { parseAnchors, type TrustAnchor } from '../../net/dnssec/anchors.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { readNamed } from '../output/read-file.ts';

/** The anchors in the files of `--trust-anchor`. Throws CliError that names the file and the line. */
export const readAnchors = async (paths: readonly string[]): Promise<TrustAnchor[]> => {
  const anchors: TrustAnchor[] = [];
  for (const path of paths) {
    const read = parseAnchors(await readNamed(path));
    if ('problem' in read) throw new CliError(`${printable(path)} holds no trust anchor: ${printable(read.problem)}.`);
    anchors.push(...read.anchors);
  }
  return anchors;
};
