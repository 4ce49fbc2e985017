import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient } from '../../net/http/client.ts';
import { Breaker } from '../consent/breaker.ts';
import { LOOPBACK_BUDGET, Meter } from '../consent/budget.ts';
import { openScope } from '../consent/scope.ts';
import type { Actor } from '../contract/actor.ts';
import type { Send } from '../contract/send.ts';
import { createSend } from '../send/create-send.ts';
import { Hearing } from '../send/hearing.ts';
import { Recorder } from '../send/recorder.ts';

export interface TestGate {
  send: Send;
  /** `GET /path` of every request that went out. */
  sent: string[];
  close(): Promise<void>;
}

/** The real gate to some origins, for tests. */
export const openGate = async (
  origins: readonly string[],
  credentials: (actor: Actor) => Readonly<Record<string, string>> = () => ({}),
): Promise<TestGate> => {
  const opened = await openScope(origins);
  if (!opened.ok) throw new Error(opened.reason);
  const client = createHttpClient({ pins: opened.scope.allowed, connections: 8 });
  const sent: string[] = [];
  const gate = createSend({
    client,
    scope: opened.scope,
    mode: 'read',
    meter: new Meter(LOOPBACK_BUDGET),
    breaker: new Breaker(),
    recorder: new Recorder(),
    hearing: new Hearing(),
    runId: 'run-1',
    version: '0',
    credentials,
    signal: new AbortController().signal,
    refused: new Map(),
  });
  return {
    sent,
    send: (request, options) => {
      const { pathname, search } = new URL(request.url);
      sent.push(`${request.method} ${pathname}${search}`);
      return gate(request, options);
    },
    close: () => client.close(),
  };
};

export interface TestSite extends TestGate {
  origin: string;
}

/** A server on loopback that answers by `answer`, and the gate to it. */
export const openSite = async (
  answer: (req: IncomingMessage, res: ServerResponse) => void,
  credentials?: (actor: Actor) => Readonly<Record<string, string>>,
): Promise<TestSite> => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gate = await openGate([origin], credentials);
  return {
    ...gate,
    origin,
    close: async () => {
      await gate.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
