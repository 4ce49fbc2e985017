import type { Finding, Where } from '../../model/finding.ts';
import { placeText } from '../words/place.ts';
import type { SarifLimits } from './limits.ts';
import { relativeUri } from './uri.ts';

/** Stands for a finding that has no file of its own, since GitHub shows no result without one. */
const STAND_IN = 'package.json';

const region = ({ line, column }: Where, snippet: string | undefined): object => ({
  startLine: Math.max(1, line ?? 1),
  ...(line !== undefined && column !== undefined && { startColumn: Math.max(1, column) }),
  ...(snippet !== undefined && { snippet: { text: snippet } }),
});

const physical = (where: Where, snippet?: string): object => ({
  artifactLocation: { uri: relativeUri(where.path ?? '') || STAND_IN, uriBaseId: '%SRCROOT%' },
  region: region(where, snippet),
});

/** `path:line`, with or without the commit before it, as `proof.more` has it. */
const parsed = (place: string): Where => {
  const { path = place, line } = /^(?:[0-9a-f]{7,64} )?(?<path>.+?)(?::(?<line>\d+))?$/s.exec(place)?.groups ?? {};
  return line === undefined ? { path } : { path, line: Number(line) };
};

/** The place of the defect, and the further places of its proof as related ones. */
export const locations = (
  { where, proof }: Finding,
  limits: SarifLimits,
): { locations: object[]; relatedLocations?: object[] } => {
  const { frame, more = [] } = proof;
  const place = placeText(where);
  const related = more.slice(0, limits.locationsPerResult - 1).map((text, index) => ({
    id: index + 1,
    physicalLocation: physical(parsed(text)),
    message: { text },
  }));
  const main = {
    physicalLocation: physical(where, frame?.lines[frame.mark - frame.startLine]),
    ...(where.path === undefined &&
      place !== '' && { logicalLocations: [{ fullyQualifiedName: place, kind: 'resource' }] }),
  };
  return { locations: [main], ...(related.length > 0 && { relatedLocations: related }) };
};
