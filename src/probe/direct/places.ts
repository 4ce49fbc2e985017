import type { DataPlace } from '../consent/data-places.ts';
import { firebaseIn, type FirebaseConfig } from './firebase/config-in-code.ts';
import { projectsIn, type Text } from './projects-in-code.ts';

/** Where the code that visitors get keeps its data. `origins` are those that the user named. */
export const placesIn = (texts: readonly Text[], origins: readonly string[]): DataPlace[] => {
  const { projects, namedBy } = projectsIn(texts, origins);
  return [
    ...[...projects.keys()].map((origin) => supabase(origin, namedBy.get(origin) ?? '')),
    ...firebaseIn(texts).flatMap(firebase),
  ];
};

const supabase = (origin: string, namedBy: string): DataPlace => ({
  project: origin,
  origin,
  below: '/',
  namedBy,
  proof: {
    path: '/storage/v1/object/public/launch-ready/launch-ready.txt',
    steps:
      'In the project’s dashboard, under Storage, make a public bucket "launch-ready" and upload to it a file launch-ready.txt that holds the line {token}',
  },
});

const firebase = (config: FirebaseConfig): DataPlace[] => {
  const { projectId, apiKey, databaseUrl, storageBucket } = config;
  const project = `firebase ${projectId}`;
  const common = { project, namedBy: config.namedBy, hosts: hostsOf(projectId) };
  const documents = `/v1/projects/${projectId}/databases/(default)/documents`;
  const inFirestore: DataPlace = {
    ...common,
    origin: config.firestore,
    below: `/v1/projects/${projectId}/`,
    proof: {
      path: `${documents}/launch-ready/launch-ready?key=${apiKey}`,
      steps:
        'In the Firebase console, make the Firestore document launch-ready/launch-ready with a field "proof" that holds {token} and let everybody read it (`match /launch-ready/launch-ready { allow read: if true; }`)',
    },
  };
  const { auth } = config;
  return [
    inFirestore,
    // Its key says whose accounts are asked for; what shows the project to be somebody's stands elsewhere.
    { ...inFirestore, origin: auth.origin, below: `${auth.below}accounts:` },
    ...(databaseUrl === undefined
      ? []
      : [
          {
            ...common,
            origin: databaseUrl,
            below: '/',
            proof: {
              path: '/launch-ready.json',
              steps:
                'In the Firebase console, write {token} at the key launch-ready of the Realtime Database and let everybody read it (`"launch-ready": { ".read": true }`)',
            },
          },
        ]),
    ...(storageBucket === undefined
      ? []
      : [
          {
            ...common,
            origin: config.storage,
            below: `/v0/b/${storageBucket}/`,
            proof: {
              path: `/v0/b/${storageBucket}/o/launch-ready.txt?alt=media`,
              steps:
                'In the Firebase console, upload to Storage a file launch-ready.txt that holds the line {token} and let everybody read it (`match /launch-ready.txt { allow read: if true; }`)',
            },
          },
        ]),
  ];
};

/** Only who owns the project publishes there. */
const hostsOf = (projectId: string): readonly string[] => [
  `https://${projectId}.web.app`,
  `https://${projectId}.firebaseapp.com`,
];
