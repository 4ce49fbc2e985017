import { defineCheck } from '../../../model/check.ts';
import { inPlaces, inWords, isSecret, proofOf, servicesOf } from '../told.ts';

/** They measure pages and advertisements, and their terms forbid data of people. */
const FORBIDS = /\((?:Google Analytics|Meta|TikTok|Plausible|Vercel Analytics|Umami)\)$/;

export default defineCheck({
  id: 'audit/personal-data-to-analytics',
  stage: 'audit',
  bar: [],
  severity: 'low',
  effort: 'hour',
  title: { pass: 'No personal data goes to analytics', fail: 'Personal data goes to a service that measures visitors' },
  why: 'Each such service must stand in the privacy notice with a contract behind it, wait for consent in Europe, and be asked to delete when a person asks you to. Google’s and Meta’s terms forbid it altogether.',
  references: ['GDPR Art. 5 (1) c', 'GDPR Art. 28', 'CWE-359', 'OWASP Top 10 Privacy Risks P6'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) => {
    const places = patterns.filter(({ kind }) => kind === 'analytics');
    const [first] = places;
    if (first === undefined) return [];
    const told = places.flatMap(({ tells = [] }) => tells);
    const isGrave = told.some(isSecret) || told.includes('body') || places.some(({ what }) => FORBIDS.test(what));
    return [
      {
        key: 'analytics',
        where: { path: first.at.path, line: first.at.line },
        ...(isGrave ? { severity: 'medium' as const } : {}),
        proof: proofOf(
          `The app sends ${inWords(told)} to ${servicesOf(places, 'an analytics service')} ${inPlaces(places)}.`,
          places,
        ),
      },
    ];
  },
  fix: () => ({
    steps: [
      'Send the id of the account, never its address: posthog.identify(user.id). The service can count by it all the same.',
      'Where support needs the address there, name the service in the privacy notice, sign its data processing agreement and choose its European region; take it out of Google, Meta and TikTok in any case.',
      'Delete what was sent: each of these services has a call that deletes a person.',
    ],
    verify: 'npx launch-ready --only audit/personal-data-to-analytics',
  }),
});
