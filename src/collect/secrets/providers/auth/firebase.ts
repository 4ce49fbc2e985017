import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

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
      id: 'firebase-database-secret',
      name: 'Firebase database secret',
      anchors: [
        'database_secret',
        'databasesecret',
        'database-secret',
        'db_secret',
        'dbsecret',
        'db-secret',
        'json?auth',
      ],
      pattern: assigned('firebase', 'database[_-]?secret|db[_-]?secret|json\\?auth', '[A-Za-z0-9]{40}'),
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
