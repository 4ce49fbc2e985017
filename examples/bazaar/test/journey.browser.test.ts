import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootBazaar, PASSWORD, type TestBazaar } from './support/bazaar.ts';

const CHROMIUM = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
const inCi = !['', '0', 'false', undefined].includes(process.env['CI']);
if (CHROMIUM === undefined && !inCi) console.warn('Skipped: no browser (apt-get install chromium, or set CHROMIUM).');

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
/** Where pictures go, when somebody wants to look at them: BAZAAR_SCREENSHOTS=/tmp/pictures npx vitest run … */
const PICTURES = process.env['BAZAAR_SCREENSHOTS'];

describe.skipIf(CHROMIUM === undefined && !inCi)('the critical path in a browser', () => {
  let bazaar: TestBazaar;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    bazaar = await bootBazaar();
    browser = await chromium.launch({
      ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-quic', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await bazaar?.stop();
  });

  /** One person's browser; whatever a page complains of is kept. */
  const person = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({
      viewport: DESK,
      baseURL: bazaar.config.APP_ORIGIN,
      ...options,
    });
    const page = await context.newPage();
    page.on(
      'console',
      (message) => void (message.type() === 'error' && complaints.push(`${page.url()} ${message.text()}`)),
    );
    page.on('pageerror', (error) => void complaints.push(`${page.url()} ${error.message}`));
    return page;
  };

  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}-desk.png`), fullPage: true });
    await page.setViewportSize(PHONE);
    await page.screenshot({ path: join(PICTURES, `${name}-phone.png`), fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: join(PICTURES, `${name}-phone-dark.png`), fullPage: true });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(DESK);
  };

  const expectNoSidewaysScroll = async (page: Page): Promise<void> => {
    await page.setViewportSize(PHONE);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    await page.setViewportSize(DESK);
  };

  const signUp = async (page: Page, name: string): Promise<string> => {
    const email = `${name.toLowerCase()}@browser.test`;
    await page.goto('/sign-up');
    await picture(page, 'sign-up');
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
    const mail = await bazaar.mail.waitFor(({ to }) => to.includes(email));
    await page.goto(/https?:\S+verify-email\S+/.exec(mail.text)?.[0] ?? '');
    await page.getByRole('main').getByRole('button').first().click();
    await page.goto('/login');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('link', { name }).waitFor();
    return email;
  };

  test('sign up → verify → listing → order → pay → both told → payout approved', async () => {
    const seller = await person();
    await signUp(seller, 'Mira');
    await seller.getByRole('link', { name: 'Sell' }).click();
    await seller.getByLabel('Name').fill('Mira’s pots');
    await seller.getByLabel('About').fill('Stoneware from a small kiln by the river.');
    await seller.getByRole('button', { name: 'Open the shop' }).click();
    await seller.goto('/shop/listings/new');
    await seller.getByLabel('Title').fill('A blue bowl');
    await seller.getByLabel('Description').fill('Thrown by hand, fired twice, glazed with ash.');
    await seller.getByLabel('Price in euro').fill('45.00');
    await seller.getByLabel('Stock').fill('2');
    await seller.getByRole('button', { name: 'Save' }).click();
    await seller.waitForURL(/\/shop\/listings\/[\da-f-]{36}/);
    await picture(seller, 'edit-listing');
    await seller.goto('/shop/listings');
    await seller.getByRole('button', { name: 'Publish' }).click();
    await seller.getByText('published').waitFor();

    const buyer = await person();
    await signUp(buyer, 'Anna');
    await buyer.goto('/search?q=bowl');
    await picture(buyer, 'search');
    await buyer.getByRole('link', { name: 'A blue bowl' }).click();
    await picture(buyer, 'listing');
    await expectNoSidewaysScroll(buyer);
    await buyer.getByRole('button', { name: 'Add to cart' }).click();
    await buyer.goto('/cart');
    await picture(buyer, 'cart');
    await expectNoSidewaysScroll(buyer);
    await buyer.getByLabel('Name and address').fill('Anna, Secret Lane 7, 12345 Berlin');
    await buyer.getByRole('button', { name: 'Place the order' }).click();
    await buyer.waitForURL(/\/orders\/[\da-f-]{36}/);
    const orderUrl = buyer.url();
    await buyer.getByRole('button', { name: /^Pay/ }).click();
    await buyer.waitForURL((url) => url.origin !== bazaar.config.APP_ORIGIN);
    await buyer.getByRole('button').first().click();
    await buyer.waitForURL(orderUrl);
    await buyer.getByText('paid', { exact: false }).first().waitFor();
    await picture(buyer, 'order');
    await expectNoSidewaysScroll(buyer);
    await buyer.goto('/notifications');
    expect(await buyer.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);

    await seller.goto('/notifications');
    await picture(seller, 'notifications');
    expect(await seller.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
    await seller.goto(orderUrl.replace('/orders/', '/shop/orders/'));
    await seller.getByLabel('Tracking').fill('TRACK-4711');
    await seller.getByRole('button', { name: /shipped/i }).click();
    await buyer.goto(orderUrl);
    buyer.on('dialog', (dialog) => void dialog.accept());
    await buyer.getByRole('button', { name: /received|arrived|complete/i }).click();
    await buyer.getByText('completed', { exact: false }).first().waitFor();

    await seller.goto('/shop/payout-account');
    await seller.getByLabel('Holder').fill('Mira');
    await seller.getByLabel('IBAN').fill('DE89370400440532013000');
    await seller.getByLabel('Password').fill(PASSWORD);
    await seller.getByRole('button', { name: 'Save' }).click();
    await seller.goto('/shop/payouts');
    seller.on('dialog', (dialog) => void dialog.accept());
    await seller
      .getByRole('button', { name: /payout|pay out/i })
      .first()
      .click();
    await seller.getByText('requested').first().waitFor();
    await picture(seller, 'payouts');

    const boss = await bazaar.person('admin', 'Ruth');
    const admin = await person({ baseURL: bazaar.config.ADMIN_ORIGIN });
    await admin.goto('/login');
    await admin.getByLabel('E-mail').fill(boss.email);
    await admin.getByLabel('Password').fill(PASSWORD);
    await admin.getByRole('button', { name: 'Log in' }).click();
    await admin.goto('/payouts');
    await picture(admin, 'admin-payouts');
    admin.on('dialog', (dialog) => void dialog.accept());
    await admin.getByRole('button', { name: 'Approve' }).first().click();
    await seller.goto('/shop/payouts');
    await seller.getByText('paid').first().waitFor();

    const visitor = await person();
    await visitor.goto('/');
    await picture(visitor, 'home');
    await expectNoSidewaysScroll(visitor);
    expect(complaints).toEqual([]);
  });
});
