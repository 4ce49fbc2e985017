import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Review } from '../../model/review.ts';
import { boundaryReview, goReview, noAppReview, noGoReview, undecidedReview } from '../testing/sample-review.ts';
import { surfaceReview } from '../testing/sample-surface.ts';
import { renderHtml } from './render-html.ts';

/** Debian's, and the one that GitHub's runners come with. */
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
const CHROMIUM = process.env['CHROMIUM'] ?? BROWSERS.find((path) => existsSync(path)) ?? '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);
const inCi = !['', '0', 'false', undefined].includes(process.env['CI']);
if (missing && !inCi) console.warn(`Skipped: no browser at ${CHROMIUM} (apt-get install chromium, or set CHROMIUM).`);

/** Whatever the page did that it must not do. */
interface Watched {
  page: Page;
  complaints: string[];
}

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
const LATER = noGoReview().findings.find((finding) => !finding.mustFix && finding.state !== 'waived');

/** The same app with twice as many roles. */
const manyRoles = (): Review => {
  const review = boundaryReview();
  const { boundary } = review;
  if (boundary === undefined) throw new Error('no boundary');
  const { roles, rows, left } = boundary.matrix;
  const matrix = {
    roles: [...roles, ...roles.map((role) => `${role} of another country`)],
    rows: rows.map((row) => ({ ...row, cells: [...row.cells, ...row.cells] })),
    left,
  };
  return { ...review, boundary: { ...boundary, matrix } };
};

describe.skipIf(missing && !inCi)('the report in a browser', () => {
  let browser: Browser;
  let folder: string;
  const urls = new Map<string, string>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'launch-ready-page-'));
    for (const [name, review] of Object.entries({
      'no-go': noGoReview(),
      undecided: undecidedReview(),
      go: goReview(),
      'no-app': noAppReview(),
      boundary: boundaryReview(),
      surface: surfaceReview(34),
      many: manyRoles(),
    })) {
      const file = join(folder, `${name}.html`);
      await writeFile(file, renderHtml(review));
      urls.set(name, pathToFileURL(file).href);
    }
    // As root, which is what containers run as, Chromium starts only without its sandbox.
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens the page, hands over what it did, and closes it. */
  const visit = async (
    name: string,
    options: BrowserContextOptions,
    look: (watched: Watched) => Promise<void>,
    hash = '',
  ): Promise<void> => {
    const context = await browser.newContext({ viewport: DESK, ...options });
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      const url = urls.get(name) ?? '';
      page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        if (request.url().split('#')[0] !== url) complaints.push(`request: ${request.url()}`);
      });
      await page.goto(url + hash);
      await look({ page, complaints });
    } finally {
      await context.close();
    }
  };

  it.each(['no-go', 'undecided', 'go', 'no-app', 'boundary', 'surface'])(
    '%s: no error, no violation of its policy, no request, no dialog',
    async (name) => {
      await visit(name, {}, async ({ page, complaints }) => {
        await page.waitForLoadState('networkidle');
        expect(complaints).toEqual([]);
      });
    },
  );

  it('is told when a page does what it must not', async () => {
    await visit('go', {}, async ({ page, complaints }) => {
      await page.evaluate(
        "document.body.append(Object.assign(new Image(), { src: 'https://example.invalid/x.png' })); console.error('seen')",
      );
      await expect.poll(() => complaints.join('\n')).toMatch(/Content Security Policy/);
      expect(complaints).toContain('console error: seen');
    });
  });

  it('shows hostile text as text', async () => {
    await visit('no-go', {}, async ({ page }) => {
      expect(await page.locator('img, iframe, object, form, script:not(body > script)').count()).toBe(0);
      expect(await page.locator('script').count()).toBe(1);
      expect(await page.locator('main').innerText()).toContain('<script>alert(1)</script><img src=x onerror=alert(2)>');
      expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
    });
  });

  it.each([PHONE, DESK])('fits into $width pixels, with everything unfolded', async (viewport) => {
    for (const name of urls.keys()) {
      await visit(name, { viewport }, async ({ page }) => {
        await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
      });
    }
  });

  it('tells verdict, biggest reason and what to do first on the first screen of a phone', async () => {
    await visit('no-go', { viewport: PHONE }, async ({ page }) => {
      for (const selector of ['h1', '.reason', '.first']) {
        const box = await page.locator(selector).boundingBox();
        expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(PHONE.height);
      }
    });
  });

  it('opens a folded finding for a link to it and scrolls there', async () => {
    const id = LATER?.fingerprint ?? '';
    const look = async ({ page }: Watched): Promise<void> => {
      const finding = page.locator(`[id="${id}"]`);
      await expect.poll(() => finding.getAttribute('open')).not.toBeNull();
      await expect.poll(async () => Math.abs((await finding.boundingBox())?.y ?? Infinity)).toBeLessThan(120);
    };
    await visit('no-go', { viewport: PHONE }, look, `#${id}`);
    await visit('no-go', {}, async (watched) => {
      expect(await watched.page.locator(`[id="${id}"]`).getAttribute('open')).toBeNull();
      await watched.page.evaluate(`location.hash = '${id}'`);
      await look(watched);
    });
  });

  it('lets every finding be read without JavaScript', async () => {
    await visit('no-go', { javaScriptEnabled: false }, async ({ page, complaints }) => {
      expect(await page.locator('#filter').isVisible()).toBe(false);
      for (const { fingerprint } of noGoReview().findings.filter((one) => one.mustFix)) {
        const place = page.locator(`[id="${fingerprint}"]`);
        const fold = place.locator('xpath=ancestor::details[not(@open)]');
        if ((await fold.count()) > 0) await fold.first().locator('> summary').click();
        expect(await place.innerText()).toMatch(/proof|waived|until/i);
        expect(await place.isVisible()).toBe(true);
      }
      const later = page.locator('details.later');
      await later.first().locator('> summary').click();
      expect(await later.first().locator('> .parts').isVisible()).toBe(true);
      expect(complaints).toEqual([]);
    });
  });

  it('is dark where the reader wants it dark', async () => {
    const paper = async (colorScheme: 'light' | 'dark'): Promise<number[]> => {
      let colour: unknown;
      await visit('no-go', { colorScheme }, async ({ page }) => {
        colour = await page.evaluate('getComputedStyle(document.body).backgroundColor');
      });
      return (String(colour).match(/\d+/g) ?? []).map(Number);
    };
    expect(Math.max(...(await paper('dark')))).toBeLessThan(60);
    expect(Math.min(...(await paper('light')))).toBeGreaterThan(200);
  });

  it('has one first heading, none left out, and a name for everything that can be used', async () => {
    await visit('no-go', {}, async ({ page }) => {
      const levels = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((heads) => heads.map((head) => Number(head.tagName[1])));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
      const tree = await page.locator('body').ariaSnapshot();
      expect(tree).toMatch(/link "Skip to the findings"/);
      expect(
        tree.split('\n').filter((line) => /^\s*- (?:link|button|combobox|searchbox|textbox)(?:$|:| \[)/.test(line)),
      ).toEqual([]);
    });
  });

  it('can be walked with the keyboard, first of all past the contents', async () => {
    await visit('no-go', {}, async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the findings');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate('location.hash')).toBe('#must-fix');
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(
        '({ id: document.activeElement.id, outline: getComputedStyle(document.activeElement).outlineStyle })',
      );
      expect(focus).toEqual({ id: 'filter-words', outline: 'solid' });
    });
  });

  it('filters findings by what is typed', async () => {
    await visit('no-go', {}, async ({ page }) => {
      await page.locator('#filter-words').fill('stripe secret key');
      expect(await page.locator('[data-card]:visible').count()).toBe(1);
      expect(await page.locator('#filter-shown').textContent()).toMatch(/^1 of \d+ shown$/);
    });
  });

  it('leads from a cell of the matrix to its request and answer without JavaScript, too', async () => {
    await visit('boundary', { javaScriptEnabled: false }, async ({ page, complaints }) => {
      const leak = page.locator('td.leak a').first();
      const target = (await leak.getAttribute('href')) ?? '';
      await leak.click();
      const exchange = page.locator(target);
      await expect.poll(async () => Math.abs((await exchange.boundingBox())?.y ?? Infinity)).toBeLessThan(120);
      expect(await exchange.isVisible()).toBe(true);
      expect(complaints).toEqual([]);
    });
  });

  it.each([PHONE, DESK])(
    'keeps roles above and words in the cells of the matrix at $width pixels',
    async (viewport) => {
      await visit('boundary', { viewport }, async ({ page }) => {
        const cut = await page
          .locator('.matrix-group[open] td')
          .evaluateAll((cells) => cells.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
        expect(cut).toBe(0);
        const group = page.locator('.matrix-group[open]').first();
        await page.evaluate("document.querySelector('.matrix-group[open] tbody tr:nth-child(9)').scrollIntoView()");
        const head = await group.locator('th[scope="col"]').last().boundingBox();
        expect(head?.y).toBeGreaterThanOrEqual(-1);
        expect(head?.y).toBeLessThan(60);
        expect(await group.locator('td').first().innerText()).toMatch(/refused/);
      });
    },
  );

  it('draws the map of forty hosts so that each text stays in its box, and lists the same on a phone', async () => {
    await visit('surface', { viewport: DESK, javaScriptEnabled: false }, async ({ page }) => {
      const boxes = await page.locator('.map .node').evaluateAll((nodes) =>
        nodes.map((node) => {
          const [box, ...texts] = [...node.querySelectorAll('rect, text')].map((one) => one.getBoundingClientRect());
          return texts.every((text) => text.left >= box!.left && text.right <= box!.right + 0.5);
        }),
      );
      expect(boxes.length).toBeGreaterThan(10);
      expect(boxes.filter((fits) => !fits)).toEqual([]);
      expect(await page.locator('.map').textContent()).toContain('34 hosts, alike and well');
      expect(await page.locator('#surface script').count()).toBe(0);
      const target = await page.locator('#surface .hosts a').first().getAttribute('href');
      expect(await page.locator(`[id="${target?.slice(1)}"]`).count()).toBe(1);
    });
    await visit('surface', { viewport: PHONE }, async ({ page }) => {
      expect(await page.locator('.map').isVisible()).toBe(false);
      expect(await page.locator('#surface .hosts').innerText()).toMatch(/192\.0\.2\.10\s+answers past it/);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    });
  });

  it('scrolls a matrix of many roles within itself and keeps the operations in sight', async () => {
    await visit('many', { viewport: PHONE }, async ({ page }) => {
      const frame = page.locator('.matrix-group[open] .matrix-frame.wide').first();
      await frame.evaluate((element) => element.scrollTo(400, 0));
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
      expect((await frame.locator('tbody th').first().boundingBox())?.x).toBeLessThan(60);
    });
  });
});
