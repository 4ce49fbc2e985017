import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'firebase-hosting',
  name: 'Firebase CLI',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://myaccount.google.com/connections',
    notes: [
      'A CI token is made by `firebase login:ci` and ended by `firebase logout --token`; a service account with Workload Identity is better.',
    ],
  },
  rules: [
    {
      id: 'firebase-hosting-ci-token',
      name: 'Firebase CI token',
      anchors: ['firebase_token', 'firebase-token', 'firebase_ci', 'firebasetoken'],
      pattern: assigned('firebase', 'token', String.raw`1//0[\w-]{40,180}`),
      power: 'infrastructure',
      impact: 'Deploy hosting, functions and database rules to every Firebase project of that person.',
      samples: {
        yes: ['FIREBASE_TOKEN=1//0{base64url:98}a', 'firebaseToken: "1//0{base64url:60}b"'],
        no: ['FIREBASE_TOKEN=token', 'FIREBASE_TOKEN=1//0{alnum:10}'],
      },
    },
  ],
});
