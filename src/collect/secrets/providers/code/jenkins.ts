import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'jenkins',
  name: 'Jenkins',
  category: 'code',
  rotation: {
    kind: 'overlap',
    at: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
    notes: ['The server is your own: your user page, Security, API Token.'],
  },
  rules: [
    {
      id: 'jenkins-api-token',
      name: 'Jenkins API token',
      anchors: ['jenkins'],
      pattern: assigned('jenkins', 'token|key|password', '11[0-9a-f]{32}|[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Start builds, and with admin rights run anything on the server.',
      samples: {
        yes: ['JENKINS_API_TOKEN=11{hex:32}', "jenkinsApiToken: '11{hex:32}'"],
        no: ['JENKINS_API_TOKEN=your_jenkins_api_token', 'checksum = "11{hex:32}"'],
      },
    },
  ],
});
