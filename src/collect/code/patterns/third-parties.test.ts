import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { findPatterns } from './registry.ts';

const found = async (text: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> =>
  findPatterns(await programOf({ 'src/page.ts': text, ...others }))
    .filter(({ kind }) => kind !== 'log')
    .map(({ kind, what, tells = [] }) => `${kind} ${what}: ${tells.join(' ')}`);

test.each([
  [
    'identify',
    "import posthog from 'posthog-js';\nexport const f = (user) => posthog.identify(user.id, { email: user.email });",
    ['analytics posthog.identify (PostHog): email'],
  ],
  [
    'the whole user',
    "import { AnalyticsBrowser } from '@segment/analytics-next';\nconst analytics = AnalyticsBrowser.load({});\nexport const f = (user) => analytics.identify(user.id, { ...user });",
    ['analytics analytics.identify (Segment): user'],
  ],
  [
    'a property',
    "import mixpanel from 'mixpanel-browser';\nexport const f = (form) => mixpanel.people.set({ $phone: form.phone });",
    ['analytics people.set (Mixpanel): phone'],
  ],
  [
    'of a script',
    "export const f = (email) => window.gtag('event', 'sign_up', { email });",
    ['analytics gtag (Google Analytics): email'],
  ],
  [
    'a name that many have',
    "export const f = (analytics, email) => analytics.track('Sign up', { email });",
    ['analytics analytics.track: email'],
  ],
  [
    'the person of a report',
    "import * as Sentry from '@sentry/node';\nexport const f = (user) => Sentry.setUser({ id: user.id, email: user.email });",
    ['error-tracker Sentry.setUser (Sentry): email'],
  ],
  [
    'beside an error',
    "import { captureException } from '@sentry/nextjs';\nexport const f = (error, req) => captureException(error, { extra: { body: req.body, headers: req.headers } });",
    ['error-tracker captureException (Sentry): body headers'],
  ],
  [
    'the default of the guide',
    "import * as Sentry from '@sentry/nextjs';\nSentry.init({ dsn: 'x', sendDefaultPii: true });",
    ['error-tracker sendDefaultPii (Sentry): cookies user'],
  ],
])('told: %s', async (_, text, expected) => expect(await found(text)).toEqual(expected));

test.each([
  [
    'an id',
    "import posthog from 'posthog-js';\nexport const f = (user) => posthog.identify(user.id, { plan: user.plan, hasPhone: !!user.phone });",
  ],
  ['a hash', "import posthog from 'posthog-js';\nexport const f = (user) => posthog.identify(sha256(user.email));"],
  ['a query of that name', "export const f = (db, email) => db.set('email', email);"],
  [
    'a hook of the app of that name',
    "const track = (name, data) => data;\nexport const f = (email) => track('a', { email });",
  ],
  [
    'an error alone',
    "import * as Sentry from '@sentry/node';\nexport const f = (error, orderId) => Sentry.captureException(error, { extra: { orderId } });",
  ],
  [
    'what is taken out before it is sent',
    "import * as Sentry from '@sentry/node';\nSentry.init({ beforeSend: (event) => { delete event.user.email; return event; } });\nexport const f = (user) => Sentry.setUser({ id: user.id, email: user.email });",
  ],
  [
    'what a function takes out',
    "import * as Sentry from '@sentry/node';\nSentry.init({ sendDefaultPii: true, beforeSend: (event) => scrub(event) });",
  ],
])('not told: %s', async (_, text) => expect(await found(text)).toEqual([]));
