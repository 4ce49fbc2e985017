import type { Text } from '../projects-in-code.ts';

/** A Firebase project, as the page configures it. */
export interface FirebaseConfig {
  projectId: string;
  apiKey: string;
  databaseUrl?: string;
  storageBucket?: string;
  /** Origins of its services; those of Google, or of the emulators that the code names. */
  firestore: string;
  storage: string;
  /** Where accounts are made, and what its paths begin with. */
  auth: { origin: string; below: string };
  collections: ReadonlySet<string>;
  /** The app's origin whose code holds it. */
  namedBy: string;
}

const MEMBER = (name: string): RegExp => new RegExp(String.raw`\b${name}["']?\s*:\s*["'\`]([^"'\`\s]{1,200})["'\`]`);
const API_KEY = /\bapiKey["']?\s*:\s*["'`]([\w-]{6,80})["'`]/g;
const AROUND = 700;
const MOST_COLLECTIONS = 40;
/** `collection(db, "users")`, its name cut short or not; `db.collection("users")`; `doc(db, "users", id)`. */
const MODULAR = /\b[\w$]{1,20}\(\s*[\w$.]{1,30}\s*,\s*["'`]([a-zA-Z][\w-]{2,40})["'`]\s*[,)]/g;
const CLASSIC = /\.collection\(\s*["'`]([a-zA-Z][\w-]{1,60})["'`]\s*\)/g;
/** The emulators' own ports, by which they are known once a bundler has cut the names of the calls short. */
const USUAL_PORTS: Readonly<Record<string, string>> = { 8080: 'Firestore', 9199: 'Storage', 9099: 'Auth' };
const MINIFIED_EMULATOR =
  /\b[\w$]{1,20}\(\s*[\w$.]{1,30}\s*,\s*["'`](localhost|127\.0\.0\.1)["'`]\s*,\s*(\d{2,5})\s*[,)]/g;
const AUTH_EMULATOR = /connectAuthEmulator\(\s*[\w$.]{1,30}\s*,\s*["'`](http:\/\/[\w.-]{1,100}:\d{2,5})\/?["'`]/g;
const EMULATOR = /connect(Firestore|Storage)Emulator\(\s*[\w$.]{1,30}\s*,\s*["'`]([\w.-]{1,100})["'`]\s*,\s*(\d{2,5})/g;

/** Every Firebase configuration in the code. */
export const firebaseIn = (texts: readonly Text[]): FirebaseConfig[] => {
  const found = new Map<string, FirebaseConfig>();
  for (const { text, url } of texts) {
    for (const { 1: apiKey = '', index } of text.matchAll(API_KEY)) {
      const around = text.slice(Math.max(0, index - AROUND), index + AROUND);
      const projectId = MEMBER('projectId').exec(around)?.[1];
      if (projectId === undefined || !/^[a-z0-9-]{4,40}$/.test(projectId) || found.has(projectId)) continue;
      const databaseUrl = originIn(MEMBER('databaseURL').exec(around)?.[1]);
      const bucket = MEMBER('storageBucket').exec(around)?.[1];
      const emulators = emulatorsIn(texts);
      found.set(projectId, {
        projectId,
        apiKey,
        ...(databaseUrl === undefined ? {} : { databaseUrl }),
        ...(bucket === undefined || !/^[\w.-]+$/.test(bucket) ? {} : { storageBucket: bucket }),
        firestore: emulators.get('Firestore') ?? 'https://firestore.googleapis.com',
        storage: emulators.get('Storage') ?? 'https://firebasestorage.googleapis.com',
        auth: authAt(emulators.get('Auth')),
        collections: collectionsIn(texts),
        namedBy: new URL(url).origin,
      });
      if (found.size >= 3) return [...found.values()];
    }
  }
  return [...found.values()];
};

/** The emulator has the host of Google in its paths. */
const authAt = (emulator: string | undefined): FirebaseConfig['auth'] =>
  emulator === undefined
    ? { origin: 'https://identitytoolkit.googleapis.com', below: '/v1/' }
    : { origin: emulator, below: '/identitytoolkit.googleapis.com/v1/' };

const originIn = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address) && /^https?:/.test(address) ? new URL(address).origin : undefined;

const emulatorsIn = (texts: readonly Text[]): ReadonlyMap<string, string> => {
  const named = new Map<string, string>();
  const nameless = new Set<string>();
  for (const { text } of texts) {
    for (const [, service = '', host = '', port = ''] of text.matchAll(EMULATOR))
      named.set(service, `http://${host}:${port}`);
    for (const [, address = ''] of text.matchAll(AUTH_EMULATOR)) named.set('Auth', new URL(address).origin);
    for (const [, host = '', port = ''] of text.matchAll(MINIFIED_EMULATOR)) {
      const origin = `http://${host}:${port}`;
      nameless.add(origin);
      const service = USUAL_PORTS[port];
      if (service !== undefined && !named.has(service)) named.set(service, origin);
    }
  }
  // One that hides its services' names behind one address has them all.
  const [only] = nameless;
  if ((named.size === 0 || (named.size === 1 && named.has('Auth'))) && nameless.size === 1 && only !== undefined)
    for (const service of Object.values(USUAL_PORTS)) named.set(service, only);
  return named;
};

/** In the library's own code, cut short, everything looks like a call with a name. Where it stands apart, it is not read. */
const isLibrary = (text: string): boolean => text.includes('firestore.googleapis.com');

const collectionsIn = (texts: readonly Text[]): ReadonlySet<string> => {
  const own = collectionsOf(texts.filter(({ text }) => !isLibrary(text)));
  return own.size > 0 ? own : collectionsOf(texts);
};

const collectionsOf = (texts: readonly Text[]): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const pattern of [CLASSIC, MODULAR])
    for (const { text } of texts)
      for (const [, name = ''] of text.matchAll(pattern)) if (names.size < MOST_COLLECTIONS) names.add(name);
  return names;
};
