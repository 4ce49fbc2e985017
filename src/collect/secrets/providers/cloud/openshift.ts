import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'openshift',
  name: 'OpenShift',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://console.redhat.com/openshift/token',
  },
  rules: [
    {
      id: 'openshift-token',
      name: 'OpenShift token',
      anchors: ['sha256~'],
      pattern: /(?<![\w~])(sha256~[\w-]{43})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Act as the signed-in person or service account in the cluster.',
      samples: {
        yes: ['oc login --token=sha256~{base64url:42}a', 'Authorization: Bearer sha256~{base64url:42}b'],
        no: ['sha256~xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'sha256~{alnum:20}'],
      },
    },
  ],
});
