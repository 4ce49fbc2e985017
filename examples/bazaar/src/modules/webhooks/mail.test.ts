import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, type TestBazaar } from '../../../test/support/bazaar.ts';
import type { Answer } from '../../../test/support/client.ts';
import { outbox, suppressions } from '../../db/schema.ts';

let bazaar: TestBazaar;
beforeAll(async () => {
  bazaar = await bootBazaar({ mail: 'api' });
});
afterAll(() => bazaar.stop());

const sentTo = async (recipient: string): Promise<string> => {
  const [row] = await bazaar.app.context.db
    .insert(outbox)
    .values({ recipient, subject: 'Hello', body: 'Hello', status: 'sent', sentAt: new Date() })
    .returning({ id: outbox.id });
  return row?.id ?? '';
};
const statusOf = async (id: string): Promise<string | undefined> =>
  (await bazaar.app.context.db.select({ status: outbox.status }).from(outbox).where(eq(outbox.id, id)))[0]?.status;
const isSuppressed = async (email: string): Promise<boolean> =>
  (await bazaar.app.context.db.select().from(suppressions).where(eq(suppressions.email, email))).length === 1;

interface Delivery {
  id?: string;
  at?: Date;
  secret?: string;
  signature?: (good: string) => string;
}

const send = (
  event: object,
  { id = randomUUID(), at = new Date(), secret, signature = (good) => good }: Delivery = {},
): Promise<Answer> => {
  const body = JSON.stringify(event);
  const good = new Webhook(secret ?? bazaar.config.MAIL_WEBHOOK_SECRET).sign(id, at, body);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signature(good),
  };
  return bazaar.visitor().send('POST', '/webhooks/mail', { body, headers });
};
const event = (type: string, id: string, to: string | string[]): object => ({
  type: `email.${type}`,
  data: { email_id: id, to },
});

test('a bounce and a complaint end mail to that address; later news does not take them back', async () => {
  for (const type of ['bounced', 'complained']) {
    const to = `${type}@example.test`;
    const id = await sentTo(to);
    expect((await send(event('delivered', id, to))).status).toBe(200);
    expect(await statusOf(id)).toBe('delivered');
    expect(await isSuppressed(to)).toBe(false);
    expect((await send(event(type, id, [to.toUpperCase()]))).status).toBe(200);
    expect(await statusOf(id)).toBe(type);
    expect(await isSuppressed(to)).toBe(true);
    await send(event('delivered', id, to));
    expect(await statusOf(id)).toBe(type);
  }
});

test('nothing more is sent to a suppressed address', async () => {
  const { context } = bazaar.app;
  const to = 'gone@example.test';
  await send(event('bounced', await sentTo(to), to));
  await context.mail.queue(context.db, { to, subject: 'Again', body: 'Again' });
  await context.mail.queue(context.db, { to: 'here@example.test', subject: 'Again', body: 'Again' });
  await context.mail.flush();
  await bazaar.mail.waitFor((mail) => mail.to === 'here@example.test');
  expect(bazaar.mail.messages().filter((mail) => mail.to === to)).toEqual([]);
});

test("an event about somebody else's message or address suppresses nobody", async () => {
  const id = await sentTo('victim@example.test');
  expect((await send(event('bounced', id, 'other@example.test'))).status).toBe(200);
  expect((await send(event('bounced', randomUUID(), 'victim@example.test'))).status).toBe(200);
  expect(await statusOf(id)).toBe('sent');
  expect(await isSuppressed('victim@example.test')).toBe(false);
  expect(await isSuppressed('other@example.test')).toBe(false);
});

test('forged, old and future events are refused and change nothing', async () => {
  const to = 'safe@example.test';
  const id = await sentTo(to);
  const bounce = event('bounced', id, to);
  const forged: Delivery[] = [
    { signature: () => '' },
    { signature: () => 'v1' },
    { signature: () => 'v1,' },
    { signature: (good) => good.replace('v1,', 'v0,') },
    { signature: (good) => `v1,${Buffer.from('0'.repeat(32)).toString('base64')} ${good.replace('v1,', 'v1a,')}` },
    { secret: `whsec_${Buffer.from('another secret, quite long').toString('base64')}` },
    { at: new Date(Date.now() - 6 * 60_000) },
    { at: new Date(Date.now() + 6 * 60_000) },
  ];
  for (const delivery of forged) {
    const answer = await send(bounce, delivery);
    expect([answer.status, answer.json]).toEqual([401, { error: { code: 'unauthorized', message: 'Not accepted.' } }]);
  }
  const good = { 'content-type': 'application/json', 'webhook-id': 'a', 'webhook-timestamp': '1' };
  expect((await bazaar.visitor().send('POST', '/webhooks/mail', { body: '{}', headers: good })).status).toBe(401);
  expect(
    (await bazaar.visitor().send('POST', '/webhooks/mail', { headers: { 'content-type': 'application/json' } })).status,
  ).toBe(401);
  expect(await statusOf(id)).toBe('sent');
  expect(await isSuppressed(to)).toBe(false);
});

test('one good signature among several is enough, and an id counts once', async () => {
  const to = 'twice@example.test';
  const id = await sentTo(to);
  const delivery = { id: randomUUID(), signature: (good: string) => `v1,${'A'.repeat(43)}= ${good}` };
  expect((await send(event('bounced', id, to), delivery)).status).toBe(200);
  expect(await statusOf(id)).toBe('bounced');
  const { db } = bazaar.app.context;
  await db.update(outbox).set({ status: 'sent' }).where(eq(outbox.id, id));
  expect((await send(event('bounced', id, to), delivery)).status).toBe(200);
  expect(await statusOf(id)).toBe('sent');
});

test('an unknown type is taken and not acted on; a wrong shape is a 400', async () => {
  const id = await sentTo('open@example.test');
  for (const type of ['opened', 'constructor', '__proto__']) {
    expect((await send({ type, data: { email_id: id, to: 'open@example.test' } })).status).toBe(200);
  }
  expect((await send({ type: 'email.bounced', data: { email_id: 7 } })).status).toBe(400);
  expect(await statusOf(id)).toBe('sent');
});
