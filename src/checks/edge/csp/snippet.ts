import type { WebHost } from '../../../model/evidence/edge/web.ts';
import type { Fix } from '../../../model/finding.ts';
import { STARTER } from '../policies.ts';
import { derivePolicy } from './derive.ts';

/** What a finding carries to its fix. */
export interface CspData {
  policy: string;
  before: readonly string[];
}

/** The policy that fits the pages of a host, or one to begin with where none showed what it loads. */
export const derivedFor = ({ page, missing }: WebHost): CspData => {
  const derived = derivePolicy([page, missing].flatMap((one) => one ?? []));
  return derived === undefined ? { policy: STARTER, before: [] } : { policy: derived.text, before: derived.before };
};

export const cspSnippet = ({ policy }: CspData): NonNullable<Fix['snippet']> => ({
  path: 'headers of the edge or the app',
  language: 'http',
  content: `Content-Security-Policy-Report-Only: ${policy}`,
});
