import { defineCheck } from '../../../model/check.ts';
import type { Defect } from '../../../model/finding.ts';
import { compareSeverity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';
import { FLOORS_UNTIL } from './floors.ts';
import { judgeDependencies, type Judged } from './judge.ts';

const MOST_PLACES = 10;

export default defineCheck({
  id: 'audit/framework-floor',
  stage: 'audit',
  bar: [],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'No framework is a version with known holes', fail: 'A framework is a version with known holes' },
  why: 'Published holes are tried on every host within days, by machines: nobody has to pick your app for it.',
  references: ['OWASP A06:2021', 'ASVS 5.0 15.2.1', 'CWE-1395'],
  needs: ['deps.versions'],
  evaluate: ({ 'deps.versions': { packages } }) => {
    if (packages.every(({ dependencies }) => dependencies.length === 0)) return 'not-applicable';
    const judged = judgeDependencies(packages);
    const defects = judged.filter(({ certain }) => certain).map(defectOf);
    const open = judged.filter(({ certain }) => !certain);
    if (open.length === 0) return defects;
    return {
      unproven: `Which version is installed of ${open.map(({ name, version }) => `${printable(name)} (${printable(version)})`).join(', ')} is not told: some that the manifest lets in have known holes`,
      unlock: 'Commit a lock file: npm install, pnpm install, yarn install or bun install writes one.',
      ...(defects.length > 0 ? { defects } : {}),
    };
  },
  fix: ({ data }) => ({
    steps: [
      `Raise it to ${typeof data === 'string' ? data : 'a version without known holes'} or a newer one, and commit the manifest with its lock file.`,
      'Where a hole let callers in or ran code, take it that somebody tried: look into the logs since its publication, and change the secrets that the server holds.',
      'Let a machine tell of the next one: Dependabot or Renovate with security updates on.',
    ],
    verify: 'npx launch-ready --only audit/framework-floor',
  }),
});

const defectOf = ({ name, version, source, floors, fixed, places }: Judged): Defect => {
  const worst = floors.map(({ severity }) => severity).toSorted(compareSeverity)[0] ?? 'high';
  const [first, ...others] = places;
  return {
    key: `${name} ${first?.path ?? ''}`,
    title: `${printable(name)} ${printable(version)} has known holes`,
    severity: worst,
    where: first === undefined ? {} : { path: first.path, line: first.line },
    data: `${name} ${fixed}`,
    proof: {
      kind: 'file',
      text: [
        `${printable(name)} is ${printable(version)} by ${printable(source)}. Known holes of it (list of ${FLOORS_UNTIL}):`,
        ...floors.map(({ advisory, published, what }) => `${advisory}, ${published}: ${what}.`),
      ].join('\n'),
      ...(others.length === 0
        ? {}
        : { more: others.slice(0, MOST_PLACES).map(({ path, line }) => `${printable(path)}:${line}`) }),
    },
  };
};
