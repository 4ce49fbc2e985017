import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { Directive } from 'csp_evaluator/dist/csp.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import type { WebPage } from '../../../../model/evidence/edge/web.ts';
import { directivesIn, isSource } from './source-list.ts';

const MOST_POLICIES = 10;
const MOST_BYTES = 8_000;
const MOST_HOLES = 20;

/** Policies that a browser enforces: each header, each of several in one header, and those of the page itself. */
export const policiesOf = (headers: WebPage['headers'], meta: readonly string[]): WebPage['policies'] =>
  [...sentPolicies(headers), ...meta]
    .map((policy) => policy.trim())
    .filter((policy) => policy !== '')
    .slice(0, MOST_POLICIES)
    .map((text) => ({ text, holes: holesIn(text) }));

/** Policies of the headers that are enforced; one header may hold several. */
export const sentPolicies = (headers: WebPage['headers']): string[] =>
  headers.filter(([name]) => name === 'content-security-policy').flatMap(([, value]) => value.split(','));

/** What the evaluator is sure of: its further levels are guesses about what a host may serve. */
const holesIn = (policy: string): string[] =>
  new CspEvaluator(new CspParser(readable(policy.slice(0, MOST_BYTES))).csp)
    .evaluate()
    .filter(({ severity }) => severity === Severity.HIGH)
    .slice(0, MOST_HOLES)
    .map(
      ({ directive, value, description }) =>
        `${directive}${value === undefined || value === '' ? '' : ` ${value}`}: ${description.split('. ')[0] ?? ''}`,
    );

const NAMES: ReadonlySet<string> = new Set(Object.values(Directive));

/** What a browser makes of a policy: the evaluator takes each part for one that can be read, and throws at others. */
const readable = (policy: string): string =>
  directivesIn(policy)
    .filter(({ name }) => NAMES.has(name))
    .map(({ name, sources }) => [name, ...sources.filter(isSource)].join(' '))
    .join('; ');
