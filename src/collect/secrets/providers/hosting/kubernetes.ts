import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'kubernetes',
  name: 'Kubernetes',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://kubernetes.io/docs/concepts/configuration/secret/',
    notes: ['Rotate each value that the manifest holds at its own provider; base64 hides nothing.'],
  },
  rules: [
    {
      id: 'kubernetes-secret-manifest',
      name: 'Kubernetes Secret with values',
      anchors: ['kind: Secret', 'kind: "Secret"', "kind: 'Secret'"],
      pattern:
        /\bkind:[ \t]{0,4}["']?Secret["']?[ \t]{0,4}\r?\n(?:(?!---|data:)[^\n]{0,240}\n){0,24}data:[ \t]{0,4}\r?\n(?:[ \t]{1,16}[^\n]{0,400}\n){0,12}?[ \t]{1,16}["']?[\w.-]{0,60}(?:pass|pwd|secret|token|key|auth|cred|url|uri|dsn|conn|private|docker)[\w.-]{0,60}["']?:[ \t]{1,8}["']?([0-9A-Za-z+/]{16,4000}={0,2})(?![\w+/=-])/i,
      reach: [4, 6000],
      power: 'data',
      impact: 'Read the value as plain text: base64 is not encryption. What it opens depends on the entry.',
      samples: {
        yes: [
          'apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\ntype: Opaque\ndata:\n  username: YWRtaW4=\n  password: {base64:32}',
          'kind: "Secret"\ndata:\n  DATABASE_URL: {base64:80}=\n',
        ],
        no: [
          'kind: Secret\ndata:\n  password: {{ .Values.password }}',
          'kind: SealedSecret\nspec:\n  encryptedData:\n    password: {base64:80}',
          'kind: Secret\nmetadata:\n  name: app',
        ],
      },
    },
    {
      id: 'kubernetes-client-key',
      name: 'Kubernetes client key (kubeconfig)',
      anchors: ['client-key-data'],
      pattern: /client-key-data["']?:[ \t]{0,4}["']?(LS0tLS1CRUdJTi[0-9A-Za-z+/]{200,8000}={0,2})(?![0-9A-Za-z+/=])/,
      reach: [4, 8200],
      power: 'infrastructure',
      impact: 'Act in the cluster as the user of the kubeconfig, often an administrator.',
      samples: {
        yes: [
          '    client-key-data: LS0tLS1CRUdJTi{base64:2200}==',
          '"client-key-data": "LS0tLS1CRUdJTi{base64:1600}="',
        ],
        no: ['client-key-data: REDACTED', 'client-key-data: LS0tLS1CRUdJTi'],
      },
    },
  ],
});
