import type { LoadKind, PageLoads, WebPage } from '../../../model/evidence/edge/web.ts';
import { NEEDS } from './needs.ts';

export interface DerivedPolicy {
  /** The value of the header. */
  text: string;
  /** What has to be done in the app before it can be enforced, in sentences. */
  before: readonly string[];
  /** Services whose needs were added. */
  services: readonly string[];
}

const MOST_HASHES = 12;

const DIRECTIVES: readonly (readonly [name: string, kind: LoadKind])[] = [
  ['style-src', 'style'],
  ['img-src', 'img'],
  ['font-src', 'font'],
  ['connect-src', 'connect'],
  ['frame-src', 'frame'],
  ['media-src', 'media'],
  ['manifest-src', 'manifest'],
  ['form-action', 'form'],
];

/** What stands there besides what was seen. */
const ALWAYS: Partial<Record<LoadKind, readonly string[]>> = {
  style: ["'self'"],
  img: ["'self'", 'data:'],
  font: ["'self'"],
  connect: ["'self'"],
  form: ["'self'"],
};

/** A policy that lets pages load what they load, and nothing else; undefined where no page showed what it loads. `frames`: others may frame them today. */
export const derivePolicy = (pages: readonly WebPage[]): DerivedPolicy | undefined => {
  const loads = pages.flatMap((page) => page.loads ?? []);
  if (loads.length === 0) return undefined;
  const seen = loads.flatMap(({ sources }) => sources);
  const services = NEEDS.filter(({ from }) => seen.some(({ source }) => from.test(source)));
  const of = (kind: LoadKind): string[] => [
    ...new Set([
      ...(ALWAYS[kind] ?? []),
      ...services.flatMap(({ adds }) => adds[kind] ?? []),
      ...seen.flatMap((one) => (one.kind === kind ? [one.source] : [])),
    ]),
  ];
  const scripts = scriptSources(loads, of('script'), pages);
  const hasInlineStyles = loads.some(({ inlineStyles }) => inlineStyles > 0);
  const parts = [
    "default-src 'self'",
    `script-src ${scripts.sources.join(' ')}`,
    ...DIRECTIVES.flatMap(([name, kind]) => {
      const sources = kind === 'style' && hasInlineStyles ? [...of(kind), "'unsafe-inline'"] : of(kind);
      return sources.length === 0 ? [] : [`${name} ${sources.filter(isSource).join(' ')}`];
    }),
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    'upgrade-insecure-requests',
  ];
  return { text: parts.join('; '), before: scripts.before, services: services.map(({ name }) => name) };
};

/** Sources come from foreign markup: what could end a directive is left out. */
const isSource = (source: string): boolean => /^[\w':*./+=-]+$/.test(source);

/**
 * Inline scripts that are the same in each answer are named by their hashes; those that change need a nonce, which then speaks for what they load
 * (`'strict-dynamic'`). `'unsafe-inline'` is never an answer for scripts.
 */
const scriptSources = (
  loads: readonly PageLoads[],
  sources: readonly string[],
  pages: readonly WebPage[],
): { sources: readonly string[]; before: readonly string[] } => {
  const inline = loads.flatMap(({ scripts }) => scripts);
  const hashes = [...new Set(inline.map(({ hash }) => hash))];
  const handlers = loads.reduce((sum, one) => sum + one.handlers, 0);
  const before =
    handlers === 0
      ? []
      : [
          `${handlers === 1 ? 'One element runs' : `${handlers} elements run`} code of an on…= attribute, which no sound policy allows: register it in a script with addEventListener.`,
        ];
  const own = ["'self'", ...sources.filter((one) => one !== "'self'" && isSource(one))];
  if (inline.length === 0) return { sources: own, before };
  if (hashes.length <= MOST_HASHES && !inline.some(({ nonce }) => nonce) && isSteady(pages))
    return { sources: [...own, ...hashes], before };
  return {
    sources: ["'nonce-{new in each answer}'", "'strict-dynamic'", 'https:', ...own],
    before: [
      ...before,
      'Inline scripts differ from page to page: give each script tag a nonce that is new in every answer (Next.js: middleware; SvelteKit: csp.mode in svelte.config.js; Rails: content_security_policy_nonce_generator; Django: django-csp), and put it where the policy says {new in each answer}.',
    ],
  };
};

/** Each page was asked for twice, and its inline scripts stayed the same. */
const isSteady = (pages: readonly WebPage[]): boolean => pages.every(({ loads }) => loads?.steady !== false);
