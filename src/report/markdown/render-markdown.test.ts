import { describe, expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample-finding.ts';
import { boundaryReview, goReview, noAppReview, noGoReview, sampleReviews } from '../testing/sample-review.ts';
import { prose } from './prose.ts';
import { surfaceReview } from '../testing/sample-surface.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Markdown without fenced blocks and code spans: what is left is what a renderer reads as markup. */
const outsideCode = (text: string): string =>
  text.replace(/^(`{3,})[^]*?^\1$/gm, '').replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '');

describe('renderMarkdown', () => {
  it('starts with the decision and its reason', () => {
    const heads = sampleReviews().map((review) => renderMarkdown(review).split('\n')[0]);
    expect(heads).toEqual([
      '# ✖ NO-GO: bazaar must not launch yet',
      '# – UNDECIDED: bazaar is not proven ready to launch',
      '# ✔ GO: bazaar is ready to launch',
    ]);
    expect(renderMarkdown(goReview()).split('\n')[2]).toBe(
      '**All 13 bar items are held and nothing open must be fixed first.**',
    );
  });

  it('names every finding and ends with the next command', () => {
    const review = noGoReview();
    const text = renderMarkdown(review);
    const open = review.findings.filter((finding) => finding.state !== 'waived');
    expect(open.filter((finding) => !text.includes(finding.fingerprint))).toEqual([]);
    expect(text.endsWith(`\`\`\`sh\n${review.next}\n\`\`\`\n`)).toBe(true);
  });

  it('writes out 300 findings and gives the others a line each', () => {
    const findings = Array.from({ length: 700 }, (_, index) =>
      sampleFinding({ fingerprint: `f-${index}-`, mustFix: index < 200, where: { path: `src/file-${index}.ts` } }),
    );
    const text = renderMarkdown({ ...noGoReview(), findings });
    expect(text.match(/^#### /gm)).toHaveLength(300);
    expect(text).toContain('The first 300 findings are written out. The next 400 as lines:');
    expect(findings.filter((one) => !text.includes(one.fingerprint))).toEqual([]);
  });

  it('lets no text of the repository become HTML, a link or a mention', () => {
    const text = outsideCode(renderMarkdown(noGoReview()));
    expect(text).not.toMatch(/<(?!!-- -->)/);
    expect(text).not.toMatch(/(?<!\\)\]\(/);
    expect(text).not.toMatch(/(?<!\w)@\w/);
    expect(text).not.toContain('\u202e');
  });

  it('keeps every row of its tables in as many cells as the head', () => {
    const rows = outsideCode(renderMarkdown(noGoReview()))
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.includes('---'));
    const widths = new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length - 2));
    expect([...widths].toSorted((a, b) => a - b)).toEqual([3, 4, 8]);
  });

  it('counts the checks of a stage that one reason leaves open, and lists them folded', () => {
    const text = renderMarkdown(noAppReview());
    expect(text).toContain(
      '- – 86 checks of the boundary stage: No running app was named, so nothing was asked of it.\n  - <details>',
    );
    expect(text.match(/No running app was named/g)).toHaveLength(1);
    expect(text).toContain('\n  - What settles it: Start the app and run `npx launch-ready --target');
  });

  it('has the matrix as a table, the telling rows first, and says how many are left out', () => {
    const text = renderMarkdown(boundaryReview());
    const [, part = ''] = text.split('### Role by operation');
    const rows = part.split('\n').filter((line) => line.startsWith('| `'));
    const inMatrix = rows.slice(0, 60);
    expect(inMatrix[0]).toContain('**✖ leak 204**');
    expect(inMatrix.every((line) => line.split(' | ').length === 8)).toBe(true);
    expect(part).toContain('and 35 more operations; the JSON report has them.');
    expect(part).toContain(
      '| `POST /api/finance/payouts/{payoutId}/release` | moves money | – unproven | – login · – a second person. No payout was',
    );
    expect(part).toContain('### Found and not tested');
  });

  it('opens no heading that is not its own', () => {
    const heads = outsideCode(renderMarkdown(noGoReview()))
      .split('\n')
      .filter((line) => /^#{1,6} /.test(line));
    expect(heads.filter((head) => /owned/.test(head) && !head.startsWith('#### 3.'))).toEqual([]);
  });

  it('closes each fence it opens, whatever stands inside', () => {
    const finding = sampleFinding({
      fix: { steps: ['Paste.'], snippet: { path: 'a.md', language: 'md', content: '````\n# x\n```' } },
    });
    expect(renderMarkdown({ ...goReview(), findings: [finding] })).toContain('`````md\n````\n# x\n```\n`````');
  });
});

describe('prose', () => {
  it('sets what stands between backticks as code and escapes the rest', () => {
    expect(prose('Run `a_b | c` for *all* now')).toBe('Run `a_b | c` for \\*all\\* now');
  });
});

it('the public surface is a table with the sums of its grades', () => {
  const text = renderMarkdown(surfaceReview(34));
  expect(text).toContain('## The public surface');
  expect(text).toContain(
    '| ✖ `shop.example` | Cloudflare | 192.0.2.10: answers past it | ✔ intermediate: 100, nothing missing |',
  );
  expect(text).toContain('34 hosts, alike and well');
  expect(text).toContain('✔ `ev\\x1b[31mil');
});
