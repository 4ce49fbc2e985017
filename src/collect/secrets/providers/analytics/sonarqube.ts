import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sonarqube',
  name: 'SonarQube',
  category: 'analytics',
  rotation: {
    kind: 'overlap',
    at: 'https://sonarcloud.io/account/security',
    notes: ['On your own server: My Account, Security.'],
  },
  rules: [
    {
      id: 'sonarqube-token',
      name: 'SonarQube token',
      anchors: ['sqp_', 'squ_', 'sqa_'],
      pattern: /\b(sq[pua]_[0-9a-f]{40})(?![\w-])/,
      power: 'data',
      impact: 'Read your code through its analysis, or overwrite the analysis.',
      samples: { yes: ['SONAR_TOKEN=sqp_{hex:40}', 'sonar.login=squ_{hex:40}'], no: ['sqp_xxxx', 'squ_{hex:10}'] },
    },
    {
      id: 'sonarqube-legacy-token',
      name: 'SonarCloud token',
      anchors: ['sonar_', 'sonar.', 'sonarcloud', 'sonarqube', 'sonartoken', 'sonar-'],
      pattern: assigned('sonar(?:qube|cloud)?', 'token|login', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read your code through its analysis, or overwrite the analysis.',
      verify: {
        url: 'https://sonarcloud.io/api/authentication/validate',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
        liveText: '"valid":true',
      },
      samples: {
        yes: ['SONAR_TOKEN={hex:40}', "sonarToken: '{hex:40}'"],
        no: ['SONAR_TOKEN=your_sonar_token', 'checksum = "{hex:40}"', 'SONAR_TOKEN={hex:43}'],
      },
    },
  ],
});
