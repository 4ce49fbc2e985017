import { once } from '../../accounts/memo.ts';
import { say, type Said } from '../../accounts/observe.ts';
import type { ProbeContext } from '../../contract/probe.ts';
import type { Answer } from '../../contract/send.ts';
import { firebaseIn, type FirebaseConfig } from './config-in-code.ts';

export interface Service {
  kind: 'firestore' | 'database' | 'storage';
  origin: string;
  config: FirebaseConfig;
}

/** Services of the Firebase projects that the code configures. */
export const servicesOf = (context: ProbeContext): Promise<readonly Service[]> =>
  once(context, 'direct: firebase', async () =>
    firebaseIn(context.data?.code ?? []).flatMap((config): Service[] => [
      ...(config.collections.size === 0 ? [] : [{ kind: 'firestore' as const, origin: config.firestore, config }]),
      ...(config.databaseUrl === undefined ? [] : [{ kind: 'database' as const, origin: config.databaseUrl, config }]),
      ...(config.storageBucket === undefined ? [] : [{ kind: 'storage' as const, origin: config.storage, config }]),
    ]),
  );

/** Runs a question for each service that may be asked so much; of the others it is said that they were not. */
export const forServices = async (
  context: ProbeContext,
  needs: 'look' | 'own',
  ask: (service: Service) => Promise<readonly Said[]>,
): Promise<Said[]> => {
  const said: Said[] = [];
  for (const service of await servicesOf(context)) {
    const { origin, kind, config } = service;
    const admitted = context.data?.places.find(
      ({ place }) => place.origin === origin && place.project === `firebase ${config.projectId}`,
    );
    if (admitted?.reach === 'own' || (admitted?.reach === 'look' && needs === 'look'))
      said.push(...(await ask(service)));
    else said.push(say(`${config.projectId} ${kind}`, 'not-tested', admitted?.said ?? 'It was not asked.'));
  }
  return said;
};

export const documentsPath = ({ projectId }: FirebaseConfig): string =>
  `/v1/projects/${projectId}/databases/(default)/documents`;

/** Refused by the rules; the three services say it in three ways. */
export const isDenied = (answer: Answer): boolean =>
  answer.ok &&
  (answer.status === 401 || answer.status === 403 || /permission.?denied/i.test(answer.text.slice(0, 500)));

/** The plain values of a Firestore document: `{ fields: { email: { stringValue } } }`. */
export const plainOf = (document: unknown): Record<string, unknown> => {
  const { fields } = (typeof document === 'object' && document !== null ? document : {}) as { fields?: unknown };
  if (typeof fields !== 'object' || fields === null) return {};
  return Object.fromEntries(
    Object.entries(fields)
      .slice(0, 60)
      .map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null ? (Object.values(value as object)[0] as unknown) : undefined,
      ]),
  );
};
