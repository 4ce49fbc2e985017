import type { HostingDomain } from '../../../model/evidence/hosting.ts';
import { COMMENT, markCode, type Language } from '../../env/uses/mark-code.ts';
import { callbackOf } from './callback.ts';
import { hostOf, isLocal, isStandIn } from '../pointing.ts';

type As = 'callback' | 'cookie' | 'policy';

const NAME = String.raw`\.?([\w-]+(?:\.[\w-]+)+)`;
const optionsWith = (before: string, after: string): RegExp =>
  new RegExp(String.raw`${before}\bdomain["']?\s*:\s*[^,;{}'"\`\n]{0,100}["'\`]${NAME}["'\`]${after}`, 'gi');
/** Where code names an address that others call, the domain of a cookie, and what a policy lets in; the first group is the name or the list of names. */
const NAMED: readonly (readonly [As, RegExp])[] = [
  [
    'callback',
    /\b(?:redirect|callback|webhook|return|notify|notification)_?ur[il]["']?\s*[:=]\s*["'`](https?:\/\/[^"'`$\s]{4,300})["'`]/gi,
  ],
  ['cookie', new RegExp(String.raw`\bcookie_?domain["']?\s*[:=]\s*["'\`]${NAME}["'\`]`, 'gi')],
  // The options of a cookie, known by what stands beside: { domain: live ? '.shop.example' : undefined, httpOnly: true }.
  ['cookie', optionsWith(String.raw`\b(?:httpOnly|sameSite|secure|crossSubDomain\w*)\b[^{}]{0,400}`, '')],
  ['cookie', optionsWith('', String.raw`[^{}]{0,400}\b(?:httpOnly|sameSite|secure)\b`)],
  ['cookie', optionsWith(String.raw`crossSubDomainCookies["']?\s*:\s*\{[^{}]{0,200}`, '')],
  ['policy', /\b(?:script|connect|frame|style|default)Src["']?\s*:\s*\[([^\]]{0,4000})\]/g],
  ['policy', /\b(?:script|connect|frame|style|default)-src["']?\s*:\s*\[([^\]]{0,4000})\]/g],
  ['policy', /\b(?:script|connect|frame|style|default)-src\s+([^;"`\n]{3,3000})/g],
];
const QUICK = /ur[il]["']?\s*[:=]|domain|-src\b|Src\b/i;
const HOSTS = /(?:^|[\s"'`])(?:https?:\/\/|wss?:\/\/)?(?:\*\.)?((?:[a-z\d-]{1,63}\.)+[a-z]{2,63})(?=[\s"'`:/,;]|$)/gi;
const MOST_OF_A_FILE = 60;

/** What a file of the app names beside its own address; comments are not read, and each name counts once a use. */
export const namedInCode = (path: string, text: string, language: Language): HostingDomain[] => {
  if (!QUICK.test(text)) return [];
  const code = withoutComments(text, language);
  const found: HostingDomain[] = [];
  const add = (as: As, name: string, index: number): void => {
    const domain = hostOf(name);
    if (domain === undefined || isLocal(domain) || isStandIn(domain) || found.length >= MOST_OF_A_FILE) return;
    const url = as === 'callback' ? callbackOf(name) : undefined;
    if (found.some((one) => one.domain === domain && one.as === as && one.url === url)) return;
    const line = code.slice(0, index).split('\n').length;
    found.push({ domain, as, environment: 'unknown', at: { path, line }, ...(url === undefined ? {} : { url }) });
  };
  for (const [as, pattern] of NAMED)
    for (const one of code.matchAll(pattern)) {
      const [, named = ''] = one;
      if (as !== 'policy') add(as, named, one.index);
      else for (const [, host = ''] of named.matchAll(HOSTS)) add(as, host, one.index);
    }
  return found;
};

/** Comments blanked out; lines and places stay. */
const withoutComments = (text: string, language: Language): string => {
  const marks = markCode(text, language);
  return marks.includes(COMMENT)
    ? [...text.matchAll(/[^]/g)]
        .map(([letter], at) => (marks[at] === COMMENT && letter !== '\n' ? ' ' : letter))
        .join('')
    : text;
};
