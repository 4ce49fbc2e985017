import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'circleci',
  name: 'CircleCI',
  category: 'code',
  rotation: {
    kind: 'overlap',
    at: 'https://app.circleci.com/settings/user/tokens',
    notes: [
      'Rotate what is stored in CircleCI contexts too: whoever had the token could have started jobs that read it.',
    ],
  },
  rules: [
    {
      id: 'circleci-personal-token',
      name: 'CircleCI personal token',
      anchors: ['CCIPAT_'],
      pattern: /\b(CCIPAT_[A-Za-z0-9]{22}_[0-9a-f]{40})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Start your pipelines and read their settings, and so reach the secrets they use.',
      verify: {
        url: 'https://circleci.com/api/v2/me',
        headers: { 'circle-token': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['CIRCLECI_TOKEN=CCIPAT_{alnum:22}_{hex:40}', '"circle-token": "CCIPAT_{alnum:22}_{hex:40}"'],
        no: ['CCIPAT_short'],
      },
    },
    {
      id: 'circleci-project-token',
      name: 'CircleCI project token',
      anchors: ['CCIPRJ_'],
      pattern: /\b(CCIPRJ_[A-Za-z0-9]{22}_[0-9a-f]{40})(?![\w-])/,
      power: 'infrastructure',
      impact: "Read the project's builds, or start them.",
      samples: {
        yes: ['CIRCLE_TOKEN=CCIPRJ_{alnum:22}_{hex:40}', '"CCIPRJ_{alnum:22}_{hex:40}"'],
        no: ['CCIPRJ_short'],
      },
    },
    {
      id: 'circleci-legacy-token',
      name: 'CircleCI token (older form)',
      anchors: ['circleci', 'circle_ci', 'circle_token', 'circletoken', 'circle-token', 'circle_api'],
      pattern: assigned('circle(?=[_.-]?(?:ci|token|api))', KEY, '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Start your pipelines and read their settings.',
      verify: { url: 'https://circleci.com/api/v2/me', headers: { 'circle-token': '{secret}' }, live: [200], dead: [] },
      samples: {
        yes: ['CIRCLECI_TOKEN={hex:40}', "circleciToken: '{hex:40}'"],
        no: ['CIRCLECI_TOKEN=your_circleci_token', 'checksum = "{hex:40}"', 'CIRCLECI_TOKEN={hex:43}'],
      },
    },
  ],
});
