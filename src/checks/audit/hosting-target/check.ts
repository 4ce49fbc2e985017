import { defineCheck } from '../../../model/check.ts';
import type { HostingTarget } from '../../../model/evidence/hosting.ts';
import type { Defect } from '../../../model/finding.ts';
import { listed } from '../../secrets/environment/words.ts';
import { printable } from '../../secrets/leak/text.ts';
import { HOSTS } from './hosts.ts';

const SETTLE = 'write into launch-ready.config where it runs: hosting: "Hetzner, docker compose".';

const shown = ({ host, at }: HostingTarget): string => `${HOSTS[host]} (${printable(at.path)})`;

/** Apps with files for several hosts of which no pipeline uses one. */
const undecided = (targets: readonly HostingTarget[]): HostingTarget[][] => {
  if (targets.some(({ by }) => by === 'said' || by === 'pipeline')) return [];
  const byApp = Map.groupBy(
    targets.filter(({ by }) => by === 'config'),
    ({ app }) => app,
  );
  return [...byApp.values()].flatMap((own) => {
    const byHost = [...Map.groupBy(own, ({ host }) => host).values()];
    return byHost.length < 2 ? [] : [byHost.flatMap(([first]) => first ?? [])];
  });
};

export default defineCheck({
  id: 'audit/hosting-target',
  stage: 'audit',
  bar: [],
  severity: 'low',
  effort: 'minutes',
  title: { pass: 'The repository says where the app runs', fail: 'The repository does not say where the app runs' },
  why: 'What is checked at the edge, which settings production gets and how one goes back all depend on it; whoever takes over has to guess.',
  references: ['https://12factor.net/build-release-run'],
  needs: ['hosting.targets'],
  evaluate: ({ 'hosting.targets': targets }) => {
    if (targets.every(({ by }) => by === 'image'))
      return {
        unproven:
          targets.length === 0
            ? 'No file of a host, no image and no job that deploys is in the repository: where the app runs is not known.'
            : `There is an image (${printable(targets[0]?.at.path ?? '')}), but nothing says where it runs.`,
        unlock: `Commit the host's own file (vercel.json, fly.toml, render.yaml …) or a workflow that deploys; or ${SETTLE}`,
      };
    return undecided(targets).map((several): Defect => {
      const [first] = several;
      return {
        key: first?.app === '' ? '(root)' : (first?.app ?? ''),
        where: first === undefined ? {} : { path: first.at.path },
        title: `Files of ${several.length} hosts stand side by side`,
        proof: {
          kind: 'file',
          text: `${listed(several.map(shown))} each claim the app, and no job deploys to one of them.`,
        },
      };
    });
  },
  fix: () => ({
    steps: [
      'Delete the files of the hosts that you do not use; their settings rot unseen and are found by whoever is in a hurry.',
      `Or ${SETTLE}`,
    ],
    verify: 'npx launch-ready --only audit/hosting-target',
  }),
});
