import { randomBytes } from 'node:crypto';
import { getServers } from 'node:dns';
import type { Evidence } from '../../model/evidence/map.ts';
import type { EdgeConfig, Target } from '../../model/target.ts';
import type { Detour } from '../../net/net.ts';
import type { EdgeFlags } from '../options/edge-options.ts';
import { parseResolver } from '../options/resolver.ts';
import { printable } from '../output/printable.ts';
import { readNamed } from '../output/read-file.ts';
import { toolVersion } from '../version.ts';
import { browserFor, asCliError } from './browser-for.ts';
import { cloudflareAccess } from './cloudflare-access.ts';
import { withProgress } from './gather.ts';
import { damaged, tapeFor } from './tape-for.ts';
import { readAnchors } from './read-anchors.ts';
import { readRanges } from './read-ranges.ts';

interface Look {
  target: Target;
  config: EdgeConfig;
  flags: EdgeFlags & { connectTo: readonly Detour[]; quiet?: boolean | undefined; color?: boolean | undefined };
  /** What the repository told. */
  evidence: Evidence;
}

/** Looks at the public surface, with progress on stderr and Ctrl-C respected. */
export const gatherEdge = async ({ target, config, flags, evidence }: Look) => {
  const timings: Record<string, number> = {};
  const ca = await Promise.all((flags.ca ?? []).map(readNamed));
  const ranges = flags.ranges === undefined ? undefined : await readRanges(flags.ranges);
  const anchors = flags.trustAnchor === undefined ? undefined : await readAnchors(flags.trustAnchor);
  const used = await tapeFor(flags, config.domains, target.root);
  const isReplay = used?.isReplay === true;
  const cloudflare = isReplay ? undefined : cloudflareAccess(process.env);
  const browser = isReplay ? undefined : await browserFor(flags);
  const { now, quiet, color } = flags;
  const shown = { ...(quiet === undefined ? {} : { quiet }), ...(color === undefined ? {} : { color }) };
  const title = `Looking at ${printable(config.domains.join(', '), 60)}`;
  const { collectEdge } = await import('../../program.ts');
  const { value, interrupted } = await withProgress(shown, title, ({ progress }, { signal }) =>
    collectEdge({
      target,
      config,
      evidence,
      progress,
      timings,
      ...(ranges === undefined ? {} : { ranges }),
      ...(cloudflare === undefined ? {} : { cloudflare }),
      ...(browser === undefined ? {} : { browser }),
      net: {
        ...(used === undefined ? {} : { tape: used.tape }),
        servers: isReplay ? [] : (flags.resolver ?? getServers().map(parseResolver)),
        detours: isReplay ? [] : flags.connectTo,
        ca,
        ...(anchors === undefined ? {} : { anchors }),
        now: () => used?.tape.now ?? now ?? new Date(),
        // Who names a resolver of their own asks for its world.
        inside: flags.resolver !== undefined,
        runId: randomBytes(8).toString('hex'),
        version: toolVersion(),
        signal,
      },
    }).catch(isReplay ? damaged(flags.replay ?? '') : asCliError),
  );
  await used?.finish();
  return { evidence: value, timings, interrupted };
};
