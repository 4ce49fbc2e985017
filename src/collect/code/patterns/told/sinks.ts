import type { Expr } from '../../ir.ts';
import { pathOf } from '../../program/ref.ts';
import type { Spot } from '../spot.ts';

export interface Sink {
  /** As the code calls it: `posthog.identify`. */
  what: string;
  /** Undefined where only a name that several have says so: `analytics.track`. */
  service: string | undefined;
}

interface Service {
  service: string;
  /** Of packages. */
  path: RegExp;
  /** What it is called where its package is not seen: set by a script of a page, kept in a context. */
  name: RegExp;
  methods: RegExp;
}

/** Not a package: a script of the page. */
const NONE = /(?!)/;
const EVENTS = 'capture|track|identify|alias|group|groupIdentify|page|screen';

export const TRACKERS: readonly Service[] = [
  {
    service: 'Sentry',
    path: /^@sentry\//,
    name: /^(?:Sentry|scope|sentryScope)$/,
    methods:
      /^(?:setUser|setContext|setExtras?|setTags?|setAttributes?|captureException|captureMessage|captureEvent|addBreadcrumb)$/,
  },
  {
    service: 'Bugsnag',
    path: /^@bugsnag\//,
    name: /^bugsnag$/i,
    methods: /^(?:setUser|notify|addMetadata|leaveBreadcrumb)$/,
  },
  {
    service: 'Rollbar',
    path: /^rollbar/,
    name: /^rollbar$/i,
    methods: /^(?:error|warning|critical|log|info|configure)$/,
  },
  {
    service: 'Honeybadger',
    path: /^@honeybadger-io\//,
    name: /^honeybadger$/i,
    methods: /^(?:notify|setContext|addBreadcrumb)$/,
  },
  {
    service: 'New Relic',
    path: /^newrelic/,
    name: /^newrelic$/i,
    methods: /^(?:noticeError|addCustomAttributes?|setUserID|recordCustomEvent)$/,
  },
  {
    service: 'Datadog',
    path: /^@datadog\/|^dd-trace/,
    name: /^datadog(?:Rum|Logs)$/,
    methods: /^(?:setUser|setUserProperty|addError|addAction|setGlobalContext)$/,
  },
  {
    service: 'LogRocket',
    path: /^logrocket/,
    name: /^LogRocket$/,
    methods: /^(?:identify|track|captureException|captureMessage)$/,
  },
];

export const ANALYTICS: readonly Service[] = [
  {
    service: 'PostHog',
    path: /^(?:posthog-|@posthog\/)/,
    name: /posthog/i,
    methods: new RegExp(`^(?:${EVENTS}|setPersonProperties|register)$`),
  },
  {
    service: 'Segment',
    path: /^(?:@segment\/|analytics-node)/,
    name: /^(?:analytics|segment)$/i,
    methods: new RegExp(`^(?:${EVENTS})$`),
  },
  {
    service: 'Mixpanel',
    path: /^mixpanel/,
    name: /^mixpanel$/i,
    methods: new RegExp(`^(?:${EVENTS}|set|set_once|register)$`),
  },
  {
    service: 'Amplitude',
    path: /^(?:@amplitude\/|amplitude-js)/,
    name: /^amplitude$/i,
    methods: /^(?:track|identify|logEvent|setUserId|setUserProperties|set)$/,
  },
  {
    service: 'RudderStack',
    path: /^@rudderstack\//,
    name: /^rudder(?:analytics|Stack)?$/i,
    methods: new RegExp(`^(?:${EVENTS})$`),
  },
  { service: 'Heap', path: /^heap/, name: /^heap$/, methods: /^(?:track|identify|addUserProperties)$/ },
  { service: 'Hotjar', path: /^@hotjar\//, name: /^(?:hotjar|hj)$/i, methods: /^(?:identify|event)$/ },
  // Their terms forbid data of people: they measure pages and ads.
  {
    service: 'Google Analytics',
    path: /^(?:react-ga4?|@next\/third-parties\/google|ga-gtag|vue-gtag)/,
    name: /^(?:gtag|ReactGA|dataLayer|ga)$/,
    methods: /^(?:gtag|event|set|push|send|sendGAEvent|sendGTMEvent|ga)$/,
  },
  {
    service: 'Meta',
    path: /^react-facebook-pixel/,
    name: /^(?:fbq|ReactPixel)$/,
    methods: /^(?:fbq|track|trackCustom|init)$/,
  },
  { service: 'TikTok', path: NONE, name: /^ttq$/, methods: /^(?:identify|track)$/ },
  {
    service: 'Plausible',
    path: /^(?:plausible-tracker|next-plausible|@plausible\/)/,
    name: /^plausible$/,
    methods: /^(?:plausible|trackEvent|track)$/,
  },
  { service: 'Vercel Analytics', path: /^@vercel\/analytics/, name: NONE, methods: /^track$/ },
  { service: 'Umami', path: NONE, name: /^umami$/, methods: /^(?:track|identify)$/ },
];

const nameOf = (e: Expr): string =>
  e.k === 'id' ? e.n : e.k === 'mem' ? (typeof e.p === 'string' ? e.p : '') : e.k === 'call' ? nameOf(e.f) : '';

/** The service that a call hands its arguments to. */
export const sinkIn = (services: readonly Service[], { program, m, fn, e }: Spot): Sink | undefined => {
  if (e.k !== 'call') return undefined;
  const method = nameOf(e.f);
  if (method === '') return undefined;
  const likely = services.filter(({ methods }) => methods.test(method));
  if (likely.length === 0) return undefined;
  const ref = program.resolve(m, fn, e.f);
  // What the repository says itself is looked at where it stands.
  if (ref.r === 'fn') return undefined;
  const path = pathOf(ref) ?? '';
  const holders = holdersOf(e.f).map(nameOf);
  const found = likely.find((one) => one.path.test(path) || holders.some((name) => name !== '' && one.name.test(name)));
  if (found === undefined) return undefined;
  const [holder] = holders;
  return {
    what: holder === undefined || holder === method ? method : `${holder}.${method}`,
    service: found.path.test(path) || !/^analytics$/i.test(holder ?? '') ? found.service : undefined,
  };
};

/** `mixpanel` and `mixpanel.people` of `mixpanel.people.set`; of a bare call itself. */
const holdersOf = (f: Expr): Expr[] => {
  if (f.k !== 'mem') return [f];
  // `window.gtag(…)` is `gtag(…)`.
  const found: Expr[] = f.o.k === 'id' && /^(?:window|globalThis)$/.test(f.o.n) ? [f] : [];
  for (let at: Expr = f.o; ; at = at.o) {
    found.push(at);
    if (at.k !== 'mem') return found;
  }
};
