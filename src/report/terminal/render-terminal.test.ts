import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample-finding.ts';
import {
  boundaryReview,
  everySample,
  goReview,
  noAppReview,
  noGoReview,
  sampleReviews,
  undecidedReview,
} from '../testing/sample-review.ts';
import { surfaceReview } from '../testing/sample-surface.ts';
import { renderTerminal } from './render-terminal.ts';
import { textWidth } from './text-width.ts';

const PLAIN = { color: false, width: 80 };

const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');

describe('renderTerminal', () => {
  it('says the verdict on line one and its reason on line two', () => {
    const firsts = sampleReviews().map((review) => linesOf(renderTerminal(review, PLAIN)).slice(0, 2));
    expect(firsts.map(([first]) => first)).toEqual([
      '✖ NO-GO  bazaar must not launch yet',
      '– UNDECIDED  bazaar is not proven ready to launch',
      '✔ GO  bazaar is ready to launch',
    ]);
    expect(firsts[2]?.[1]).toBe('All 13 bar items are held and nothing open must be fixed first.');
  });

  it('says within ten lines what to do first, whether it fits into 48 hours and how much was found', () => {
    for (const review of everySample()) {
      const head = linesOf(renderTerminal(review, PLAIN)).slice(0, 11);
      const leads = ['Do first ', '48 hours ', 'Found '];
      expect(leads.filter((lead) => !head.some((line) => line.startsWith(lead)))).toEqual([]);
    }
  });

  it('writes out one fix of a kind, then names the page of the next and what only it needs', () => {
    const rotate = (page: string, ...notes: readonly string[]) => ({
      steps: [`Create a new key at ${page}.`, ...notes, 'Deploy.', `Revoke the old key at ${page}.`],
    });
    const findings = [
      sampleFinding({ fix: rotate('https://a.example/keys') }),
      sampleFinding({
        where: { path: 'b.ts' },
        why: 'Another.',
        fix: rotate('https://b.example/keys', 'Read its last use.'),
      }),
    ];
    const text = renderTerminal({ ...noGoReview(), findings }, PLAIN);
    expect(text.match(/Revoke the old key/g)).toHaveLength(1);
    expect(text).toContain('    fix    as for 1, at https://b.example/keys, and:\n           – Read its last use.');
    expect(text).toContain('    why    Another.');
  });

  it('names the commit of what can wait, as far as the line holds it', () => {
    const waits = (path: string) =>
      sampleFinding({
        mustFix: false,
        severity: 'medium',
        where: { path, line: 2, column: 1, commit: 'ab12'.repeat(10) },
      });
    const findings = [waits('src/pay.js'), waits(`src/${'deep/'.repeat(9)}pay.js`)];
    const text = renderTerminal({ ...undecidedReview(), findings }, PLAIN);
    expect(text).toContain('    src/pay.js:2, commit ab12ab12ab12 · about 1 h');
    expect(text).toContain('deep/pay.js:2 · about 1 h');
  });

  it('tells what came of each thing that was tried, though it came out the same', () => {
    const tried = (table: string) =>
      sampleFinding({
        where: { path: `${table}.sql` },
        proof: { kind: 'file', text: `Replayed.\ndelete from ${table}\n  the row was gone` },
      });
    const text = renderTerminal({ ...noGoReview(), findings: [tried('a'), tried('b')] }, PLAIN);
    expect(text.match(/the row was gone/g)).toHaveLength(2);
  });

  it('prints a line of proof and a long step once', () => {
    const long = `Old commits keep the value. ${'Rewrite them only where you must, and then everywhere. '.repeat(5)}`;
    const proof = { kind: 'file', text: 'It stands here.\nEveryone who clones can see it.' } as const;
    const other = { steps: ['Move everything to another wallet.', 'Close the account.', 'Ask.', 'Wait for it.', long] };
    const findings = [
      sampleFinding({ proof, fix: { steps: ['Rotate.', long] } }),
      sampleFinding({ where: { path: 'b.ts' }, proof, fix: other }),
    ];
    const text = renderTerminal({ ...noGoReview(), findings }, PLAIN);
    expect(text.match(/Everyone who clones/g)).toHaveLength(1);
    expect(text.match(/It stands here/g)).toHaveLength(2);
    expect(text).toContain('5. Old commits keep the value. The rest as in step 2 of 1.');
  });

  it('ends with exactly the next command, in colour too', () => {
    for (const review of everySample()) {
      for (const color of [true, false]) {
        expect(linesOf(renderTerminal(review, { color, width: 80 })).at(-1)).toBe(review.next);
      }
    }
  });

  it.each([80, 100, 60])('keeps all prose and frames within %i columns', (width) => {
    const tooWide = everySample()
      .map((review) => ({
        ...review,
        findings: review.findings.map((one) => ({ ...one, fix: { steps: one.fix.steps } })),
      }))
      .flatMap((review) =>
        [false, true].flatMap((verbose) => linesOf(renderTerminal(review, { color: true, width, verbose }))),
      )
      .map((line) => stripVTControlCharacters(line))
      .filter((line) => textWidth(line) > width);
    expect(tooWide).toEqual([]);
  });

  it('keeps 80 columns with commands and snippets as well, for the samples', () => {
    const tooWide = everySample().flatMap((review) =>
      linesOf(renderTerminal(review, PLAIN)).filter((line) => textWidth(line) > 80),
    );
    expect(tooWide).toEqual([]);
  });

  it('never breaks a command, however long', () => {
    const verify = `npx launch-ready secrets --only ${'bundle,'.repeat(20)}`;
    const review = { ...goReview(), next: verify, findings: [sampleFinding({ fix: { steps: ['Do it.'], verify } })] };
    const lines = linesOf(renderTerminal(review, PLAIN));
    expect(lines.filter((line) => line.includes(verify))).toHaveLength(2);
    expect(lines.at(-1)).toBe(verify);
  });

  it('prints no control character without colour, whatever the repository holds', () => {
    expect(renderTerminal(noGoReview(), { ...PLAIN, verbose: true })).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/,
    );
  });

  it('prints only its own colour codes with colour', () => {
    const escapes = renderTerminal(noGoReview(), { color: true, width: 80, verbose: true }).matchAll(
      /\u001b(\[[\d;]*m)?/g,
    );
    const codes = new Set(Array.from(escapes, ([, code]) => code));
    expect(codes).toEqual(new Set(['[0m', '[1;97;41m', '[1m', '[22m', '[2m', '[31m', '[33m', '[36m', '[39m']));
  });

  it('says the same with colour as without', () => {
    const coloured = stripVTControlCharacters(renderTerminal(noGoReview(), { color: true, width: 80 }));
    expect(coloured.trimStart()).toBe(renderTerminal(noGoReview(), PLAIN));
  });

  it('falls back to ASCII', () => {
    const text = renderTerminal(noGoReview(), { ...PLAIN, unicode: false, verbose: true });
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    expect(linesOf(text)[0]).toBe('x NO-GO  bazaar must not launch yet');
  });

  it('starts no GitHub command, not even an indented one', () => {
    const text = renderTerminal(noGoReview(), { ...PLAIN, verbose: true });
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).toContain('\\::set-output name=a::b');
  });

  it('prints six must-fix findings in full, the others in brief, and groups those of one file', () => {
    const lines = linesOf(renderTerminal(noGoReview(), PLAIN));
    expect(lines.filter((line) => line.startsWith('    where  '))).toHaveLength(6);
    expect(lines).toContain('    and 11 more in .env:');
    expect(lines).toContain(' 16 ▲ High     The same session secret is used in preview and production');
  });

  it('gives the five parts in their order', () => {
    const text = renderTerminal({ ...goReview(), findings: [sampleFinding()] }, PLAIN);
    const at = ['A secret stands', '    where  ', '    proof  ', '› 3 │ STRIPE', '    why    ', '    fix    1.'].map(
      (part) => text.indexOf(part),
    );
    expect(at.every((index) => index > 0)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  it('orders failed, unproven, passed, plan, coverage, time', () => {
    const lines = linesOf(renderTerminal(noGoReview(), PLAIN));
    const heads = [
      'MINIMUM BAR',
      'MUST FIX NOW',
      'CAN WAIT',
      'WAIVED',
      'CRASHED',
      'UNPROVEN',
      'PASSED',
      'LEGEND',
      'SINCE LAST RUN',
      '48-HOUR PLAN',
      'SCORES',
      'COVERAGE',
      'TIME',
      'NEXT',
    ];
    const at = heads.map((head) => lines.findIndex((line) => line.startsWith(head)));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
  });

  it('cuts the title of a block, not its count, and names what a rescue leaves', () => {
    const { plan, ...rest } = noGoReview();
    const title = 'Rotate exposed secrets and close the leaks (continued)';
    const blocks = [{ from: 24, to: 32, title, fingerprints: Array.from({ length: 32 }, (_, index) => `f${index}`) }];
    const text = renderTerminal({ ...rest, plan: { ...plan, sprint: 'rescue', blocks } }, PLAIN);
    expect(text).toMatch(/hour 24–32 .*leaks \(con… \(32 findings\)\n/);
    expect(text).toMatch(/\n  After the 48 hours: \d+ more findings, the checks and the deployment\n/);
  });

  it('keeps the plan to eight lines, however many blocks', () => {
    const review = undecidedReview();
    const blocks = Array.from({ length: 30 }, (_, index) => ({
      from: index,
      to: index + 1,
      title: `Block ${index}`,
      fingerprints: [],
    }));
    const lines = linesOf(renderTerminal({ ...review, plan: { ...review.plan, blocks } }, PLAIN));
    const start = lines.findIndex((line) => line.startsWith('48-HOUR PLAN'));
    expect(lines.indexOf('', start) - start).toBe(8);
  });

  it('says a shared unlock once', () => {
    const text = renderTerminal(undecidedReview(), PLAIN);
    expect(text.match(/unlock /g)).toHaveLength(1);
    expect(text).toContain('– M1, M3, M4, M5');
  });

  it('bounds what it prints of very many findings', () => {
    const findings = Array.from({ length: 4000 }, (_, index) =>
      sampleFinding({ fingerprint: String(index), where: { path: `f${index}.ts` } }),
    );
    const lines = linesOf(renderTerminal({ ...noGoReview(), findings }, PLAIN));
    expect(lines.length).toBeLessThan(200);
    expect(lines).toContain('    … and 3,974 more findings: --format html=report.html shows all');
  });

  it('shows the marked column of a very long line', () => {
    const line = `${'a'.repeat(300)}HERE${'b'.repeat(60)}`;
    const finding = sampleFinding({
      where: { path: 'x.js', line: 1, column: 301 },
      proof: { kind: 'code', text: 'There.', frame: { startLine: 1, lines: [line], mark: 1 } },
    });
    expect(renderTerminal({ ...goReview(), findings: [finding] }, PLAIN)).toContain('HERE');
  });

  it('says in one line that a whole stage was not looked at, and which checks these are only when asked', () => {
    const text = renderTerminal(noAppReview(), PLAIN);
    expect(text.match(/No running app was named/g)).toHaveLength(1);
    expect(text).toContain('  – 86 checks of the boundary stage: No running app was named, so nothing was');
    expect(text).toContain('            `npx launch-ready --target http://localhost:3000`. Name two accounts');
    expect(text).toContain('91 unproven');
    expect(text).not.toContain('boundary/question-1');
    expect(renderTerminal(noAppReview(), { ...PLAIN, verbose: true })).toContain('boundary/question-86');
  });

  it('says of the running app a line each: operations, actors, requests, what was made and what is left', () => {
    const text = renderTerminal(boundaryReview(), PLAIN);
    const section = text.slice(text.indexOf('RUNNING APP'), text.indexOf('UNPROVEN'));
    expect(section).toContain('RUNNING APP  http://localhost:3000 · staging');
    expect(section).toContain('  Operations  95 found, 94 tested, 1 not');
    expect(section).toContain('finance-a lost its session');
    expect(section).toContain('  Reach       4 leaks, 2 odd,');
    expect(section).toContain('  Requests    2,318; the run wrote to and deleted objects of its own');
    expect(section).toContain('  Made        41 objects made, 40 removed, 1 left, e.g. order ord_8f3a of');
    expect(renderTerminal(goReview(), PLAIN)).not.toContain('RUNNING APP');
  });

  it('cuts a reason that names case after case, at a word, and says where the rest is', () => {
    const reason = `Not settled for 9 of 9 cases: ${Array.from({ length: 9 }, (_, index) => `GET /api/thing-${index} (No account has one)`).join('; ')}`;
    const review = { ...undecidedReview(), unproven: [{ check: 'boundary/x', reason, unlock: 'Ask.', bar: [] }] };
    const text = renderTerminal(review, PLAIN);
    expect(text).toMatch(/\S …\n/);
    expect(text).not.toContain('thing-8');
    expect(text).toContain('A reason that ends in … is written out with --verbose');
    expect(renderTerminal(review, { ...PLAIN, verbose: true })).toContain('thing-8');
  });
});

it('the public surface has a line for each host, within 80 columns, and the sum of each grade that is not whole', () => {
  const text = renderTerminal(surfaceReview(34), PLAIN);
  const part = text.slice(text.indexOf('PUBLIC SURFACE'), text.indexOf('UNPROVEN'));
  expect(part).toContain('✖ shop.example');
  expect(part).toContain('Cloudflare    TLS intermediate, 100');
  expect(part).toContain('34 hosts, alike and well');
  expect(part).toContain('100 − 20 (TLS 1.0 is spoken) − 5 (CBC suites) = 75');
  expect(part).not.toContain('\u001b');
  expect(Math.max(...part.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});
