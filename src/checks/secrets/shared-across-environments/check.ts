import { defineCheck } from '../../../model/check.ts';
import type { Defect } from '../../../model/finding.ts';
import type { SharedValue } from '../../../model/evidence/env.ts';
import { environmentGroup, isReal, secretsOf } from '../environment/files.ts';
import { again, listed } from '../environment/words.ts';
import { printable } from '../leak/text.ts';

const defectOf = (shared: SharedValue): Defect[] => {
  const first = shared.places[0];
  if (first === undefined) return [];
  const environments = [...new Set(shared.places.flatMap((place) => environmentGroup(place.environment) ?? []))];
  const places = shared.places.map((place) => `${printable(place.path)}:${place.line} (${place.environment})`);
  return [
    {
      key: shared.id,
      where: { path: first.path, line: first.line },
      severity: environments.includes('production') ? 'high' : 'medium',
      title: `${printable(first.name)} is the same in ${listed(environments)}`,
      proof: {
        kind: 'file',
        text: `The same value ${printable(shared.masked)} stands in ${listed(places)}.`,
        more: shared.places.slice(1).map((place) => `${place.path}:${place.line}`),
      },
      data: { name: first.name, environments },
    },
  ];
};

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
    const defects = env.shared.flatMap(defectOf);
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
    const { name, environments } = defect.data as { name: string; environments: readonly string[] };
    return {
      steps: [
        `Create a second key for ${printable(name)} at its provider (or openssl rand -base64 32 for your own secrets); most providers have projects or test modes for this.`,
        `Give ${listed(environments.filter((environment) => environment !== 'production'))} the new key, and deploy.`,
        ...(environments.includes('production')
          ? ['Then rotate the key of production as well: the old one has been on other machines.']
          : []),
      ],
      verify: again('shared-across-environments'),
    };
  },
});
