import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../testing/hostile.ts';
import { sampleFinding } from '../testing/sample-finding.ts';
import { boundaryReview, everySample, goReview, noAppReview, noGoReview } from '../testing/sample-review.ts';
import { renderHtml } from './render-html.ts';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const between = (page: string, start: string, end: string): string => page.split(start)[1]?.split(end)[0] ?? '';

describe('renderHtml', () => {
  it('shows the decision and its reason first', () => {
    for (const review of everySample()) {
      const page = renderHtml(review);
      expect(page).toContain(`<title>${review.verdict.decision} · bazaar · Launch Ready</title>`);
      expect(page.indexOf('class="verdict"')).toBeLessThan(page.indexOf('class="reason"'));
      expect(page.indexOf('class="reason"')).toBeLessThan(page.indexOf('id="bar"'));
    }
  });

  it('has every finding at its fingerprint, exactly once', () => {
    const review = noGoReview();
    const ids = Array.from(renderHtml(review).matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(review.findings.map((one) => one.fingerprint).filter((fingerprint) => !ids.includes(fingerprint))).toEqual(
      [],
    );
  });

  it('writes out 300 findings and gives the others a line each, at their address', () => {
    const findings = Array.from({ length: 700 }, (_, index) =>
      sampleFinding({
        fingerprint: `f${index}`,
        mustFix: index < 200,
        where: { path: `src/file-${index}.ts`, line: 3 },
      }),
    );
    const review = { ...noGoReview(), findings };
    const page = renderHtml({ ...review, counts: { ...review.counts, mustFix: 200, canWait: 500, waived: 0 } });
    expect(page.match(/<dt>Where<\/dt>/g)).toHaveLength(300);
    expect(page).toContain('This page writes out the first 300 findings. 400 more findings stand here as lines');
    expect(findings.filter((one) => !page.includes(` id="${one.fingerprint}"`))).toEqual([]);
    const links = Array.from(page.matchAll(/href="#([^"]*)"/g), ([, target]) => target);
    expect(links.filter((target) => !page.includes(` id="${target}"`))).toEqual([]);
  });

  it('says on its first screen what to do first', () => {
    const page = renderHtml(noGoReview());
    expect(between(page, 'id="verdict"', '</section>')).toContain(
      '<b>Do first</b> Create a new secret key in the Stripe dashboard',
    );
  });

  it('sets a name between backticks as code, in titles too', () => {
    const finding = sampleFinding({ title: 'Secret in `api_key` in a file' });
    expect(renderHtml({ ...goReview(), findings: [finding] })).toContain('Secret in <code>api_key</code> in a file');
  });

  it('has a target for each of its links', () => {
    for (const review of everySample()) {
      const page = renderHtml(review);
      const targets = Array.from(page.matchAll(/href="#([^"]*)"/g), ([, target]) => target);
      expect(targets.filter((target) => !page.includes(` id="${target}"`))).toEqual([]);
    }
  });

  it('allows exactly its own style sheet and script', () => {
    const page = renderHtml(noGoReview());
    const policy = between(page, 'http-equiv="Content-Security-Policy" content="', '"').replaceAll('&#39;', "'");
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${sha256(between(page, '<style>', '</style>'))}`,
      `script-src ${sha256(between(page, '<script>', '</script>'))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('loads nothing', () => {
    const page = renderHtml(noGoReview());
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|base|form|audio|video|image|use)\b/i);
    expect(page).not.toMatch(/\s(?:src|srcset|action|xlink:href|style|on\w+)=["']/i);
    expect(between(page, '<style>', '</style>')).not.toMatch(/@import|url\(/i);
    const links = Array.from(page.matchAll(/href="([^#"][^"]*)"/g), ([, link]) => link);
    expect([...new Set(links)]).toEqual(['https://docs.stripe.com/keys#rolling-keys']);
  });

  it('holds one script and one style sheet, whatever the repository holds', () => {
    const page = renderHtml(noGoReview());
    expect(page.match(/<script/gi)).toHaveLength(1);
    expect(page.match(/<style/gi)).toHaveLength(1);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;');
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\p{Surrogate}]/u);
  });

  it('escapes every text of a review', () => {
    const poison = '"><script>bad()</script>';
    const poisoned: unknown = JSON.parse(
      JSON.stringify({ ...boundaryReview(), findings: [sampleFinding()] }),
      (key, value: unknown) =>
        typeof value === 'string' &&
        !['decision', 'severity', 'state', 'effort', 'kind', 'outcome', 'stage', 'sprint'].includes(key) &&
        !/^(M\d+|held|broken|waived|unproven)$/.test(value)
          ? value + poison
          : value,
    );
    const page = renderHtml(poisoned as ReturnType<typeof noGoReview>);
    expect(page.match(/<script/gi)).toHaveLength(1);
    expect(page).toContain('bazaar&quot;&gt;&lt;script&gt;bad()');
  });

  it('makes no link of a script address', () => {
    expect(renderHtml(noGoReview())).not.toMatch(/href="(?!#|https:\/\/)/);
  });

  it('marks the line of the proof by more than colour', () => {
    expect(renderHtml({ ...goReview(), findings: [sampleFinding()] })).toContain(
      '<span class="line marked" data-n="3">STRIPE_SECRET_KEY=sk_live_••••••••9aQ2',
    );
  });

  it('stays readable without its script', () => {
    const page = renderHtml(noGoReview()).replace(/<script>[^]*<\/script>/, '');
    expect(page).toContain(`<input id="filter-words"`);
    expect(page).toContain('id="filter" hidden');
    expect(page).toContain('Set it at your host. Everybody has to sign in again once.');
  });

  it('says zero where nothing was found', () => {
    expect(renderHtml(goReview())).toContain('<b>0</b>Nothing was found that has to be fixed before launch.');
  });

  it('spells out a path made to confuse', () => {
    expect(HOSTILE.path).toContain('\n');
    expect(renderHtml(noGoReview())).toContain('src/a\\n::error::owned\\r\\nb\\x1b[31m,c:d%.ts:12');
  });

  it('has a cell for each role and operation, with shape and word, and links it to its exchange', () => {
    const page = renderHtml(boundaryReview());
    expect(page.match(/<td class="mark /g)).toHaveLength(95 * 7);
    expect(page.match(/<td class="mark leak"><a href="#exchange-\d+"/g)).toHaveLength(4);
    expect(page).toContain('<i aria-hidden="true">⊘</i><span>refused</span><small class="num">403</small>');
    expect(between(page, 'id="exchange-1"', '</details>')).toContain('12 lr-canary-9d01 Street');
    expect(page.match(/<details class="panel matrix-group" open/g)?.length).toBeLessThan(6);
    expect(renderHtml(goReview())).not.toContain('id="boundary"');
  });

  it('counts the checks of a stage that one reason leaves open, and lists them folded', () => {
    const page = renderHtml(noAppReview());
    const part = between(page, 'id="unproven"', '</section>');
    expect(part.match(/No running app was named/g)).toHaveLength(1);
    expect(part).toContain('– 86 checks of the boundary stage</span>');
    expect(between(part, '<summary>Which these are</summary>', '</details>').match(/<li>/g)).toHaveLength(86);
  });
});
