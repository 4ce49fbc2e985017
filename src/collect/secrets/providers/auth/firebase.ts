import { defineProvider } from '../../define-provider.ts';
import { named } from '../data/shared/named.ts';

export default defineProvider({
  id: 'firebase',
  name: 'Firebase',
  category: 'auth',
  rotation: {
    kind: 'overlap',
    at: 'https://console.firebase.google.com/project/_/settings/serviceaccounts/adminsdk',
    notes: [
      'A service account can hold ten keys: make one, deploy it, delete the old in Google Cloud under IAM, Service accounts, Keys.',
    ],
  },
  rules: [
    {
      id: 'firebase-fcm-server-key',
      name: 'Firebase Cloud Messaging server key',
      anchors: [':APA91b'],
      pattern: /(?<![A-Za-z0-9_-])(AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{134})(?![A-Za-z0-9_-])/,
      reach: [24, 220],
      power: 'messages',
      impact: 'Push notifications to every device that installed your app (Google ended this kind of key in 2024).',
      samples: {
        yes: [
          'FCM_SERVER_KEY=AAAA{alnum:7}:APA91b{base64url:133}a',
          'Authorization: key=AAAA{alnum:7}:APA91b{alnum:134}',
        ],
        no: ['FCM_SERVER_KEY=AAAA...:APA91b...', '{alnum:22}:APA91b{alnum:134}'],
      },
    },
    {
      id: 'firebase-service-account-key-id',
      name: 'Google service account key id',
      anchors: ['private_key_id'],
      pattern: /private_key_id\\?["']\s{0,4}:\s{0,4}\\?["']([0-9a-f]{40})\\?["']/,
      verdict: 'public',
      publicIf: 'the private_key beside it is empty',
      power: 'limited',
      impact: 'Names the key to delete; the private key beside it is the secret.',
      samples: {
        yes: ['"private_key_id": "{hex:40}"', '{"type":"service_account","private_key_id":"{hex:40}"'],
        no: ['"private_key_id": ""', '"private_key_id": "your-key-id"', '"private_key_id": "{hex:20}"'],
      },
    },
    {
      id: 'firebase-ci-token',
      name: 'Firebase CI token',
      anchors: ['firebase'],
      pattern: named('firebase', 'token', '1\\/\\/[A-Za-z0-9_-]{40,120}'),
      power: 'infrastructure',
      impact: 'Deploy to every Firebase project of the person who made it: site, rules and functions.',
      samples: {
        yes: ['FIREBASE_TOKEN=1//0{base64url:97}a', 'firebase deploy --token "1//0{alnum:98}"'],
        no: ['FIREBASE_TOKEN=your_ci_token', 'TOKEN=1//0{alnum:98}'],
      },
    },
    {
      id: 'firebase-database-secret',
      name: 'Firebase database secret',
      anchors: ['firebase'],
      pattern: named('firebase', 'database[_-]?secret|db[_-]?secret|json\\?auth', '[A-Za-z0-9]{40}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change the whole Realtime Database with no rule applied.',
      samples: {
        yes: ['FIREBASE_DATABASE_SECRET={alnum:40}', 'https://shop.firebaseio.com/orders.json?auth={alnum:40}'],
        no: [
          'FIREBASE_DATABASE_SECRET=your_secret',
          'DATABASE_SECRET={alnum:40}',
          'https://shop.firebaseio.com/orders.json?auth=TOKEN',
        ],
      },
    },
  ],
});
