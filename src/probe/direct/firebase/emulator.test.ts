import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLOSED_RULES, startFirebase } from '../../../../examples/direct/firebase.ts';
import { runDirect } from '../testing/direct-run.ts';

const FOLDER = process.env['FIRESTORE_EMULATOR'] ?? '/usr/lib/google-cloud-sdk/platform/cloud-firestore-emulator';
const JAR = `${FOLDER}/cloud-firestore-emulator.jar`;
const DATABASE = 'projects/small-market/databases/(default)';

const HURRIED = `
  match /listings/{id} { allow read: if true; allow write: if request.auth != null; }
  match /waitlist/{id} { allow create: if true; }
  match /orders/{id} { allow read, write: if request.auth != null; }
  match /users/{uid} { allow read, write: if true; }`;
const CLOSED = `
  match /listings/{id} {
    allow read: if true;
    allow create: if request.auth != null && request.resource.data.sellerId == request.auth.uid;
    allow update, delete: if request.auth != null && resource.data.sellerId == request.auth.uid;
  }
  match /waitlist/{id} { allow create: if request.resource.data.keys().hasOnly(['email']); }
  match /orders/{id} {
    allow create: if request.auth != null && request.resource.data.buyerId == request.auth.uid;
    allow read, update, delete: if request.auth != null && resource.data.buyerId == request.auth.uid;
  }
  match /users/{uid} { allow read, write: if request.auth != null && request.auth.uid == uid; }`;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

describe.skipIf(!existsSync(JAR))('under the rules of the Firestore emulator', () => {
  let emulator: ChildProcess;
  let origin = '';

  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: 'Bearer owner', 'content-type': 'application/json' };
    const answer = await fetch(`${origin}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    expect([text, answer.status]).toEqual([text, 200]);
    return JSON.parse(text === '' ? 'null' : text);
  };
  const under = async (rules: string): Promise<void> => {
    const content = `rules_version = '2';\nservice cloud.firestore { match /databases/{db}/documents {${rules}} }`;
    await send('PUT', '/emulator/v1/projects/small-market:securityRules', {
      rules: { files: [{ name: 'firestore.rules', content }] },
    });
    await send('DELETE', `/emulator/v1/${DATABASE}/documents`);
    const text = (value: string) => ({ stringValue: value });
    await send('POST', `/v1/${DATABASE}/documents/users?documentId=1`, {
      fields: { email: text('mara@potter.example') },
    });
    await send('POST', `/v1/${DATABASE}/documents/orders?documentId=1`, {
      fields: { buyerId: text('2'), shippingAddress: text('Lindenweg 4') },
    });
    await send('POST', `/v1/${DATABASE}/documents/listings?documentId=1`, { fields: { title: text('Blue bowl') } });
  };
  const documents = async (): Promise<string[]> => {
    const names: string[] = [];
    for (const name of ['users', 'orders', 'listings', 'waitlist']) {
      const seen = (await send('GET', `/v1/${DATABASE}/documents/${name}`)) as { documents?: { name: string }[] };
      names.push(...(seen.documents ?? []).map((one) => one.name.split('/').slice(-2).join('/')));
    }
    return names;
  };
  const look = async () => {
    const running = await startFirebase(CLOSED_RULES, { firestore: origin });
    try {
      return await runDirect({ origins: [running.app], signUp: true });
    } finally {
      await running.close();
    }
  };

  /** What it said before it ended; nothing once it runs. */
  const start = async (): Promise<string | undefined> => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const main = ['-cp', JAR, 'com.google.cloud.datastore.emulator.firestore.CloudFirestore', 'start'];
    emulator = spawn('java', [...main, '--host=127.0.0.1', `--port=${port}`], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    return new Promise((resolve) => {
      for (const stream of [emulator.stdout, emulator.stderr])
        stream?.on('data', (chunk: Buffer) => {
          said += chunk.toString('utf8');
          if (said.includes('is now running')) resolve(undefined);
        });
      emulator.on('exit', () => resolve(said));
    });
  };

  beforeAll(async () => {
    // A port that was free may be taken by somebody else in between, the emulator's own second server included.
    for (let tries = 1; ; tries++) {
      const said = await start();
      if (said === undefined) return;
      if (tries === 3 || !said.includes('Address already in use')) throw new Error(said);
    }
  }, 60_000);
  afterAll(async () => {
    emulator.removeAllListeners('exit');
    emulator.kill();
    await once(emulator, 'exit');
  });

  test('hurried rules: what they open is shown, and nothing stays', async () => {
    await under(HURRIED);
    const run = await look();
    expect(run.confirmed.filter((one) => one.includes('firestore'))).toEqual([
      'data-cross-user firestore listings: change',
      'data-cross-user firestore listings: delete',
      'data-cross-user firestore orders: change',
      'data-cross-user firestore orders: delete',
      'data-cross-user firestore orders: list',
      'data-cross-user firestore orders: read',
      'data-cross-user firestore users: change',
      'data-cross-user firestore users: delete',
      'data-open-read firestore users',
      'data-open-write firestore users: create',
    ]);
    expect(await documents()).toEqual(['users/1', 'orders/1', 'listings/1']);
    expect(run.recorded).not.toContain('Lindenweg');
  }, 60_000);

  test('closed rules: nothing is raised', async () => {
    await under(CLOSED);
    const run = await look();
    for (const verdict of ['confirmed', 'likely', 'inconclusive', 'not-tested'] as const)
      expect(run.of(verdict)).toEqual([]);
    expect(run.of('refuted')).toEqual(
      expect.arrayContaining([
        'data-cross-user firestore orders: delete',
        'data-cross-user firestore listings: change',
      ]),
    );
    expect(await documents()).toEqual(['users/1', 'orders/1', 'listings/1']);
  }, 60_000);
});
