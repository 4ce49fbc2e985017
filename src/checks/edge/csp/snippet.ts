import type { WebHost, WebPage } from '../../../model/evidence/edge/web.ts';
import type { Fix } from '../../../model/finding.ts';
import { STARTER } from '../policies.ts';
import { derivePolicy } from './derive.ts';

/** What a finding carries to its fix. */
export interface CspData {
  policy: string;
  before: readonly string[];
  /** How the policy is tried before it is enforced. */
  trial: string;
}

/** The policy that fits the pages of a host, or one to begin with where none showed what it loads. */
export const derivedFor = ({ page, missing }: WebHost): CspData =>
  derivedFrom([page, missing].flatMap((one) => one ?? []));

/** The policy that fits those pages together. */
export const derivedFrom = (pages: readonly WebPage[]): CspData => {
  const derived = derivePolicy(pages);
  const trial = pages[0]?.loads?.inBrowser === true ? SEEN : UNSEEN;
  return derived === undefined
    ? { policy: STARTER, before: [], trial }
    : { policy: derived.text, before: derived.before, trial };
};

const SEEN =
  'click through the shop with the console open, for pages that were not looked at may load more, and add what it names.';
const UNSEEN =
  'click through the shop with the console open, for scripts and further pages may load more, and add what it names (`launch-ready edge --browser` names what the scripts of its pages load).';

export const cspSnippet = ({ policy }: CspData): NonNullable<Fix['snippet']> => ({
  path: 'headers of the edge or the app',
  language: 'http',
  content: `Content-Security-Policy-Report-Only: ${policy}`,
});
