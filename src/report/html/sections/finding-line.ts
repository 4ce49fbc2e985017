import type { Finding } from '../../../model/finding.ts';
import { markup, type Html } from '../../escape/html.ts';
import { placeText } from '../../words/place.ts';
import { SEVERITY_SIGNS } from '../../words/severity.ts';
import { prose } from './parts.ts';

/** What a finding is and where, for those that are too many to be written out. Keeps its address on the page. */
export const findingLine = (finding: Finding): Html => {
  const { shape, word } = SEVERITY_SIGNS[finding.severity];
  return markup`<li id="${finding.fingerprint}"><span><span class="soft">${shape} ${word}</span> ${prose(finding.title)}</span><code class="soft">${finding.check}</code><code class="wide soft">${placeText(finding.where) || 'the repository as a whole'}</code></li>`;
};
