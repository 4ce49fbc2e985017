import { defineCheck } from '../../../model/check.ts';
import { inPlaces, inWords, isSecret, proofOf, servicesOf } from '../told.ts';

export default defineCheck({
  id: 'audit/personal-data-to-error-tracker',
  stage: 'audit',
  bar: [],
  severity: 'low',
  effort: 'hour',
  title: {
    pass: 'Reports of errors carry no personal data',
    fail: 'Reports of errors carry personal data',
  },
  why: 'Reports of errors leave the app for another company and lie there for months, open to everybody who mends bugs. What stands in them cannot be called back.',
  references: ['CWE-532', 'GDPR Art. 5 (1) c', 'ASVS 5.0 16.2.5'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) => {
    const places = patterns.filter(({ kind }) => kind === 'error-tracker');
    const [first] = places;
    if (first === undefined) return [];
    // The default of Sentry’s own guide: cookies and addresses, from which its server takes out what looks like a session.
    const beside = places.filter(({ what }) => !what.startsWith('sendDefaultPii')).flatMap(({ tells = [] }) => tells);
    const severity = beside.some(isSecret) ? 'high' : beside.includes('body') ? 'medium' : 'low';
    return [
      {
        key: 'error-tracker',
        where: { path: first.at.path, line: first.at.line },
        severity,
        proof: proofOf(
          `The app sends ${inWords(places.flatMap(({ tells = [] }) => tells))} to ${servicesOf(places, 'an error tracker')} ${inPlaces(places)}.`,
          places,
        ),
      },
    ];
  },
  fix: () => ({
    steps: [
      'Tell the tracker the id of the account only: Sentry.setUser({ id: user.id }).',
      'Hand it the members that help, not bodies, headers or rows: extra: { orderId }.',
      'Leave sendDefaultPii out, and take the rest out in beforeSend: delete event.request?.cookies; delete event.request?.data.',
    ],
    verify: 'npx launch-ready --only audit/personal-data-to-error-tracker',
  }),
});
