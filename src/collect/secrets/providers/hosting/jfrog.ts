import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'jfrog',
  name: 'JFrog',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
  },
  rules: [
    {
      id: 'jfrog-api-key',
      name: 'Artifactory API key',
      anchors: ['AKCp'],
      pattern: /(?<![0-9A-Za-z])(AKCp[0-9A-Za-z]{68,70})(?![0-9A-Za-z])/,
      power: 'infrastructure',
      impact: 'Read your private packages, and publish others in their place.',
      samples: {
        yes: ['ARTIFACTORY_API_KEY=AKCp{alnum:69}', '"X-JFrog-Art-Api": "AKCp{alnum:69}"'],
        no: ['AKCp', 'AKCp{alnum:12}'],
      },
    },
    {
      id: 'jfrog-reference-token',
      name: 'Artifactory reference token',
      anchors: ['cmVmdGtuOj', 'cmVmd'],
      pattern: /(?<![0-9A-Za-z])(cmVmdGtuO[0-9A-Za-z]{55})(?![0-9A-Za-z])/,
      power: 'infrastructure',
      impact: 'Read your private packages, and publish others in their place.',
      samples: {
        yes: ['JFROG_TOKEN=cmVmdGtuO{alnum:55}', '"cmVmdGtuO{alnum:55}"'],
        no: ['cmVmd', 'cmVmdGtuO{alnum:12}'],
      },
    },
    {
      id: 'jfrog-named-key',
      name: 'JFrog key',
      anchors: ['jfrog', 'artifactory', 'bintray', 'xray'],
      pattern: assigned('(?:jfrog|artifactory|bintray|xray)', 'key|token|password', '[0-9A-Za-z]{64}|[0-9A-Za-z]{73}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read your private packages, and publish others in their place.',
      samples: {
        yes: ['JFROG_IDENTITY_TOKEN={alnum:64}', 'artifactory_api_key: "{alnum:73}"'],
        no: ['JFROG_URL=https://shop.jfrog.io', 'JFROG_IDENTITY_TOKEN=token'],
      },
    },
  ],
});
