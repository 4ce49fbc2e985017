import { RANGES } from '../../collect/edge/front/ranges.ts';
import { SNIPPETS, type SnippetEdge } from '../../fix/edge/snippets/snippets.ts';
import { printable } from '../output/printable.ts';
import { complain, print } from '../output/streams.ts';
import { readRanges } from '../run/read-ranges.ts';
import { planned, type PlanFlags } from './planned.ts';

/** `launch-ready edge plan --for nginx`: the same intent as text for another edge. */
export const runSnippets = async (
  domain: string | undefined,
  flags: PlanFlags & { for: SnippetEdge },
): Promise<void> => {
  const { intent } = await planned(domain, flags, false);
  const own = flags.ranges === undefined ? {} : await readRanges(flags.ranges);
  const files = SNIPPETS[flags.for]({ intent, trusted: { ...RANGES, ...own }['cloudflare'] ?? [] });
  if (!intent.seen) complain(`The first page of ${printable(intent.domain)} did not come: headers were left out.`);
  await print(
    flags.json === true
      ? JSON.stringify({ intent, files }, null, 2)
      : files.map(({ path, content }) => `# ── ${path}\n${content}`).join('\n'),
  );
};
