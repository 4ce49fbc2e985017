import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, PASSWORD, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { Client, csrfOf } from '../../../test/support/client.ts';
import { notifications, users } from '../../db/schema.ts';
import { authenticate } from '../../http/authenticate.ts';
import { errorHandler } from '../../http/errors.ts';
import { notificationsModule } from './module.ts';
import { announce, notify } from './notify.ts';
import type { Inbox, NotificationView } from './schemas.ts';

let bazaar: TestBazaar;
let quick: Server;
/** The module with a fast heartbeat, on the same database. */
let quickOrigin: string;
beforeAll(async () => {
  bazaar = await bootBazaar();
  const { context } = bazaar.app;
  quick = createServer(
    express().use(authenticate(context), notificationsModule(context, { heartbeatMs: 20 }), errorHandler(context)),
  );
  await new Promise<void>((resolve) => quick.listen(0, '127.0.0.1', resolve));
  quickOrigin = `http://127.0.0.1:${(quick.address() as AddressInfo).port}`;
});
afterAll(async () => {
  quick.closeAllConnections();
  await new Promise((resolve) => quick.close(resolve));
  await bazaar.stop();
});

const tell = async ({ id: userId }: Person, title: string): Promise<void> => {
  const { context } = bazaar.app;
  const notice = { userId, kind: 'test', title, url: '/orders' };
  await context.db.transaction((tx) => notify(context, tx, notice));
  announce(context, notice);
};
const inboxOf = async ({ client }: Person): Promise<Inbox> => (await client.get<Inbox>('/api/notifications')).json;

interface Stream {
  status: number;
  until(text: string): Promise<string>;
  ended: Promise<void>;
  close(): void;
}

const listen = (origin: string, headers: Record<string, string>): Promise<Stream> =>
  new Promise((resolve, reject) => {
    const req = request(new URL('/api/events', origin), { headers, agent: false }, (res) => {
      let heard = '';
      const waiting = new Set<() => void>();
      res.on('data', (chunk: Buffer) => {
        heard += chunk.toString();
        for (const check of waiting) check();
      });
      resolve({
        status: res.statusCode ?? 0,
        until: (text) =>
          new Promise((found) => {
            const check = (): void => {
              if (heard.includes(text)) found(heard);
            };
            waiting.add(check);
            check();
          }),
        ended: new Promise((done) => res.on('close', () => done())),
        close: () => req.destroy(),
      });
    });
    req.on('error', reject);
    req.end();
  });
const bearer = ({ client }: Person): Record<string, string> => ({ authorization: `Bearer ${client.token}` });

test('everybody reads and marks their own and nobody else’s', async () => {
  const [ada, bob] = [await bazaar.person('customer'), await bazaar.person('customer')];
  await tell(ada, 'First of Ada');
  await tell(ada, 'Second of Ada');
  await tell(bob, 'First of Bob');
  const own = await inboxOf(ada);
  expect(own.notifications.map(({ title }) => title)).toEqual(['Second of Ada', 'First of Ada']);
  expect(own.unread).toBe(2);
  const path = `/api/notifications/${own.notifications[0]?.id}/read`;
  expect((await bob.client.post(path)).status).toBe(404);
  expect((await inboxOf(ada)).unread).toBe(2);
  const read = await ada.client.post<NotificationView>(path);
  expect([read.status, read.json.read]).toEqual([200, true]);
  expect((await ada.client.post(path)).status).toBe(200);
  expect((await inboxOf(ada)).unread).toBe(1);
  expect((await bob.client.post('/api/notifications/read-all')).status).toBe(204);
  expect([(await inboxOf(ada)).unread, (await inboxOf(bob)).unread]).toEqual([1, 0]);
  expect((await ada.client.post('/api/notifications/not-an-id/read')).status).toBe(404);
  expect((await ada.client.get('/api/notifications?limit=1000')).status).toBe(400);
});

test('a visitor gets nothing; the page asks for a login', async () => {
  const nobody = bazaar.visitor();
  for (const path of ['/api/notifications', '/api/events']) expect((await nobody.get(path)).status).toBe(401);
  expect((await nobody.post('/api/notifications/read-all')).status).toBe(401);
  const page = await nobody.get('/notifications', { headers: { accept: 'text/html' } });
  expect([page.status, page.headers.location]).toEqual([303, '/login?next=%2Fnotifications']);
});

test('the page escapes what others wrote and marks all as read with the token only', async () => {
  const ada = await bazaar.person('customer');
  await tell(ada, '<b>bold</b> claim');
  const browser = bazaar.visitor();
  await browser.send('POST', '/login', { form: { email: ada.email, password: PASSWORD } });
  const page = await browser.get('/notifications', { headers: { accept: 'text/html' } });
  expect(page.text).toContain('&lt;b&gt;bold&lt;/b&gt; claim');
  expect((await browser.send('POST', '/notifications/read-all', { form: {} })).status).toBe(403);
  expect((await inboxOf(ada)).unread).toBe(1);
  const marked = await browser.send('POST', '/notifications/read-all', { form: { _csrf: csrfOf(page.text) } });
  expect([marked.status, (await inboxOf(ada)).unread]).toEqual([303, 0]);
});

test('live events reach their own reader, and no other', async () => {
  const [ada, bob] = [await bazaar.person('customer'), await bazaar.person('customer')];
  const [toAda, toBob] = [
    await listen(bazaar.config.APP_ORIGIN, bearer(ada)),
    await listen(bazaar.config.APP_ORIGIN, bearer(bob)),
  ];
  await Promise.all([toAda.until('event: unread\ndata: {"unread":0}'), toBob.until('event: unread')]);
  await tell(ada, 'For Ada\n\nevent: forged');
  await tell(bob, 'For Bob');
  expect(await toBob.until('For Bob')).not.toContain('For Ada');
  expect(await toAda.until('For Ada')).not.toMatch(/^event: forged/m);
  toAda.close();
  toBob.close();
});

test('a stream ends at the next heartbeat after a suspension, a password change or the end of the session', async () => {
  const ada = await bazaar.person('customer');
  const { db } = bazaar.app.context;
  const first = await listen(quickOrigin, bearer(ada));
  await first.until(':\n\n');
  await db.update(users).set({ status: 'suspended' }).where(eq(users.id, ada.id));
  await expect(first.ended).resolves.toBeUndefined();

  const bob = await bazaar.person('customer');
  const second = await listen(quickOrigin, bearer(bob));
  await second.until(':\n\n');
  await db.update(users).set({ authEpoch: 7 }).where(eq(users.id, bob.id));
  await expect(second.ended).resolves.toBeUndefined();

  const eve = await bazaar.person('customer');
  const browser = bazaar.visitor();
  await browser.send('POST', '/login', { form: { email: eve.email, password: PASSWORD } });
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const third = await listen(quickOrigin, { cookie });
  await third.until(':\n\n');
  const page = await browser.get('/notifications', { headers: { accept: 'text/html' } });
  await browser.send('POST', '/logout', { form: { _csrf: csrfOf(page.text) } });
  await expect(third.ended).resolves.toBeUndefined();
});

test('a sixth stream of one user is refused until one closes', async () => {
  const ada = await bazaar.person('customer');
  const open = await Promise.all(Array.from({ length: 5 }, () => listen(quickOrigin, bearer(ada))));
  expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const refused = await new Client(quickOrigin).get('/api/events', { headers: bearer(ada) });
  expect(refused.status).toBe(429);
  open[0]?.close();
  await expect
    .poll(async () => {
      const again = await listen(quickOrigin, bearer(ada));
      again.close();
      return again.status;
    })
    .toBe(200);
  for (const stream of open) stream.close();
});

test('what is rolled back notifies nobody', async () => {
  const ada = await bazaar.person('customer');
  const { context } = bazaar.app;
  const notice = { userId: ada.id, kind: 'test', title: 'Never', url: '/' };
  await context.db
    .transaction(async (tx) => {
      await notify(context, tx, notice);
      throw new Error('no');
    })
    .catch(() => undefined);
  const rows = await context.db.select().from(notifications).where(eq(notifications.userId, ada.id));
  expect(rows).toEqual([]);
});
