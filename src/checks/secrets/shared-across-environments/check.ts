import { defineCheck } from '../../../model/check.ts';
import type { Defect } from '../../../model/finding.ts';
import type { SharedValue } from '../../../model/evidence/env.ts';
import { environmentGroup, isReal, secretsOf } from '../environment/files.ts';
import { again, listed } from '../environment/words.ts';
import { plural, printable } from '../leak/text.ts';

const MOST_PLACES = 20;

const environmentsOf = (shared: SharedValue): string[] =>
  [...new Set(shared.places.flatMap((place) => environmentGroup(place.environment) ?? []))].sort();

/** Values shared by the same environments come from one copied file: that is one mistake. */
const defectOf = (environments: readonly string[], group: readonly SharedValue[]): Defect[] => {
  const byName = group.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const [first] = byName;
  const place = first?.places[0];
  if (first === undefined || place === undefined) return [];
  const names = [...new Set(byName.map(nameOf))];
  const files = [...new Set(byName.flatMap((shared) => shared.places.map(({ path }) => path)))];
  const one = byName.length === 1;
  const places = byName.flatMap((shared) => shared.places);
  return [
    {
      // No id of a value: when one of several is mended, the rest is still the same finding.
      key: environments.join('+'),
      where: { path: place.path, line: place.line },
      severity: environments.includes('production') ? 'high' : 'medium',
      title: `${one ? `${printable(names[0] ?? '')} is` : `${plural(byName.length, 'secret')} are`} the same in ${listed(environments)}`,
      proof: {
        kind: 'file',
        text: one
          ? `The same value ${printable(first.masked)} stands in ${listed(places.map((at) => `${at.path}:${at.line} (${at.environment})`))}.`
          : `${listed(byName.map((shared) => `${nameOf(shared)} (${shared.masked})`))} have the same values in ${listed(files)}.`,
        more: places.slice(1, 1 + MOST_PLACES).map((at) => `${printable(at.path)}:${at.line}`),
      },
      data: { names, environments },
    },
  ];
};

const nameOf = (shared: SharedValue): string => shared.places[0]?.name ?? '';

export default defineCheck({
  id: 'secrets/shared-across-environments',
  stage: 'secrets',
  bar: ['M7'],
  severity: 'high',
  effort: 'hours',
  title: { pass: 'No secret is shared between environments', fail: 'One secret serves two environments' },
  why: "A leaked laptop or a careless test then reaches production: the key on every developer's machine is the key to real customers, and rotating one breaks the other.",
  references: ['OWASP ASVS 5.0 13.3.2', 'https://12factor.net/dev-prod-parity'],
  needs: ['env.files'],
  evaluate: ({ 'env.files': env }) => {
    if (env.files.length === 0 && !env.uses.some((use) => use.role === 'app')) return 'not-applicable';
    const defects = [...Map.groupBy(env.shared, (shared) => environmentsOf(shared).join('+')).values()].flatMap(
      (group) => {
        const [first] = group;
        return first === undefined ? [] : defectOf(environmentsOf(first), group);
      },
    );
    const seen = [
      ...new Set(
        env.files
          .filter((file) => isReal(file) && secretsOf(file).length > 0)
          .flatMap((file) => environmentGroup(file.environment) ?? []),
      ),
    ];
    if (seen.length >= 2) return defects;
    return {
      unproven:
        seen.length === 0
          ? 'No env file with the values of a known environment is here to compare.'
          : `Only the values of ${listed(seen)} are here; there is nothing to compare them with.`,
      unlock:
        'Put the env files of two environments into this folder (for example .env.local and .env.production, both ignored by git), or name yours in env.files of launch-ready.config. They are compared on this machine; no value is stored or sent.',
      defects,
    };
  },
  fix: (defect) => {
    const { names, environments } = defect.data as { names: readonly string[]; environments: readonly string[] };
    const one = names.length === 1;
    return {
      steps: [
        `Create a second key for ${one ? '' : 'each of '}${listed(names, 12)} at its provider (or openssl rand -base64 32 for your own secrets); most providers have projects or test modes for this.`,
        `Give ${listed(environments.filter((environment) => environment !== 'production'))} the new ${one ? 'key' : 'keys'}, and deploy.`,
        ...(environments.includes('production')
          ? [
              `Then rotate the ${one ? 'key' : 'keys'} of production as well: the old ${one ? 'one has' : 'ones have'} been on other machines.`,
            ]
          : []),
      ],
      verify: again('shared-across-environments'),
    };
  },
});
