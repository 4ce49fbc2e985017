import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample-finding.ts';
import { everySample, goReview, noAppReview, noGoReview } from '../testing/sample-review.ts';
import { GITHUB_LIMITS } from './limits.ts';
import { renderSarif } from './render-sarif.ts';
import { relativeUri } from './uri.ts';

interface Location {
  physicalLocation: {
    artifactLocation: { uri: string; uriBaseId: string };
    region: { startLine: number; startColumn?: number };
  };
}

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  rank: number;
  message: { text: string };
  locations: Location[];
  relatedLocations?: Location[];
  partialFingerprints: Record<string, string>;
  suppressions?: { kind: string; status: string; justification: string }[];
  baselineState?: string;
}

interface Rule {
  id: string;
  shortDescription: { text: string };
  help: { text: string; markdown: string };
  properties: { tags: string[]; precision: string; 'security-severity': string };
}

interface Log {
  $schema: string;
  version: string;
  runs: [
    {
      tool: { driver: { name: string; rules: Rule[] } };
      results: Result[];
      invocations: [
        { executionSuccessful: boolean; toolExecutionNotifications: { level: string; message: { text: string } }[] },
      ];
    },
  ];
}

const runOf = (text: string) => (JSON.parse(text) as Log).runs[0];

describe('renderSarif', () => {
  it('is a 2.1.0 log in which each result points at its rule', () => {
    for (const review of everySample()) {
      const text = renderSarif(review);
      expect(JSON.parse(text)).toMatchObject({
        version: '2.1.0',
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      });
      const { tool, results } = runOf(text);
      expect(results).toHaveLength(review.findings.length);
      expect(results.map((result) => tool.driver.rules[result.ruleIndex]?.id)).toEqual(
        review.findings.map((finding) => finding.check),
      );
      expect(new Set(tool.driver.rules.map((rule) => rule.id)).size).toBe(tool.driver.rules.length);
    }
  });

  it('gives every result a level, a place in the repository and its fingerprint', () => {
    const review = noGoReview();
    runOf(renderSarif(review)).results.forEach((result, index) => {
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.locations).toHaveLength(1);
      for (const { physicalLocation } of [...result.locations, ...(result.relatedLocations ?? [])]) {
        expect(physicalLocation.artifactLocation.uri).toMatch(/^[A-Za-z0-9\-._~!$&'()*+,;=@%/]+$/);
        expect(physicalLocation.artifactLocation.uri).not.toMatch(/^\/|^\w+:|(^|\/)\.\.(\/|$)/);
        expect(physicalLocation.region.startLine).toBeGreaterThanOrEqual(1);
      }
      expect(result.partialFingerprints).toEqual({ 'launchReady/v1': review.findings[index]?.fingerprint });
    });
  });

  it('stands in for a missing file', () => {
    const { results } = runOf(
      renderSarif({ ...goReview(), findings: [sampleFinding({ where: { host: 'a.test', record: 'TXT' } })] }),
    );
    expect(results[0]?.locations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: 'package.json' }, region: { startLine: 1 } },
      logicalLocations: [{ fullyQualifiedName: 'a.test TXT' }],
    });
  });

  it('describes each rule with help, precision and a security severity', () => {
    const { rules } = runOf(renderSarif(noGoReview())).tool.driver;
    for (const rule of rules) {
      expect(rule.shortDescription.text).not.toBe('');
      expect(rule.help.markdown).toContain('**Fix**');
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
      expect(['very-high', 'high', 'medium', 'low']).toContain(rule.properties.precision);
      expect(Number(rule.properties['security-severity'])).toBeGreaterThan(0);
    }
    expect(rules[0]?.properties.tags).toContain('external/cwe/cwe-798');
  });

  it('keeps a waived finding as suppressed, with who waived it', () => {
    const waived = runOf(renderSarif(noGoReview())).results.filter((result) => result.suppressions !== undefined);
    expect(waived).toHaveLength(1);
    expect(waived[0]?.suppressions?.[0]).toEqual({
      kind: 'external',
      status: 'accepted',
      justification: 'Restricted to our domains at Mapbox. (ada@bazaar.example, until 2027-01-31)',
    });
  });

  it('says the verdict and what is unproven, so that no result does not read as a pass', () => {
    const undecided = everySample()[1];
    const texts = runOf(renderSarif(undecided ?? goReview())).invocations[0].toolExecutionNotifications.map(
      ({ message }) => message.text,
    );
    expect(texts[0]).toMatch(/^UNDECIDED: /);
    expect(texts.filter((text) => text.includes(' is unproven: '))).toHaveLength(11);
  });

  it('keeps the best ranked within the number of results, and says how many were left out', () => {
    const findings = Array.from({ length: GITHUB_LIMITS.results + 7 }, (_, index) =>
      sampleFinding({ fingerprint: String(index) }),
    );
    const { results, invocations } = runOf(renderSarif({ ...goReview(), findings }));
    expect(results).toHaveLength(GITHUB_LIMITS.results);
    expect(results.at(-1)?.partialFingerprints).toEqual({ 'launchReady/v1': String(GITHUB_LIMITS.results - 1) });
    expect(invocations[0].toolExecutionNotifications[1]?.message.text).toMatch(
      /^7 findings of the lowest rank were left out/,
    );
  });

  it('keeps the packed size within the limit', () => {
    const findings = Array.from({ length: 60 }, (_, index) =>
      sampleFinding({ fingerprint: String(index), proof: { kind: 'file', text: randomBytes(2000).toString('hex') } }),
    );
    const limits = { ...GITHUB_LIMITS, gzipBytes: 60_000 };
    const text = renderSarif({ ...goReview(), findings }, limits);
    expect(gzipSync(text).length).toBeLessThanOrEqual(limits.gzipBytes);
    const { results, invocations } = runOf(text);
    expect(results.length).toBeGreaterThan(10);
    expect(invocations[0].toolExecutionNotifications[1]?.message.text).toMatch(
      new RegExp(`^${60 - results.length} findings`),
    );
  });

  it('keeps places and tags within their limits', () => {
    const more = Array.from({ length: 300 }, (_, index) => `a.ts:${index + 1}`);
    const references = Array.from({ length: 30 }, (_, index) => `CWE-${index + 100}`);
    const finding = sampleFinding({ proof: { kind: 'file', text: 'x', more }, references });
    const { results, tool } = runOf(renderSarif({ ...goReview(), findings: [finding] }));
    expect(1 + (results[0]?.relatedLocations?.length ?? 0)).toBe(100);
    expect(tool.driver.rules[0]?.properties.tags).toHaveLength(10);
  });

  it('reads further places with and without a commit', () => {
    const more = ['1a2b3c4d5e6f src/a b.ts:4', 'c.ts', 'd.ts:12'];
    const { results } = runOf(
      renderSarif({ ...goReview(), findings: [sampleFinding({ proof: { kind: 'git', text: 'x', more } })] }),
    );
    const places = results[0]?.relatedLocations?.map(({ physicalLocation }) => [
      physicalLocation.artifactLocation.uri,
      physicalLocation.region.startLine,
    ]);
    expect(places).toEqual([
      ['src/a%20b.ts', 4],
      ['c.ts', 1],
      ['d.ts', 12],
    ]);
  });

  it('lets no control character and no link of the repository through', () => {
    const text = renderSarif(noGoReview());
    const strings: string[] = [];
    JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? strings.push(value) : value));
    expect(
      strings.filter((string) => /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\p{Surrogate}]/u.test(string)),
    ).toEqual([]);
    expect(strings.filter((string) => /(?<!\\)\]\(/.test(string))).toEqual([]);
    expect(strings.length).toBeGreaterThan(100);
  });
});

describe('relativeUri', () => {
  it('encodes segments and never leads out of the repository', () => {
    expect(relativeUri('../../etc/ä b#c?.ts')).toBe('etc/%C3%A4%20b%23c%3F.ts');
    expect(relativeUri('/abs\\win/./x\n:y')).toBe('abs/win/x%0A%3Ay');
    expect(relativeUri('half\ud800')).toBe('half%EF%BF%BD');
  });

  it('has the request that shows a defect of the running app', () => {
    const fix = { steps: ['Ask the owner.', 'Send the request below again.'], verify: 'curl -si http://localhost/a' };
    const finding = sampleFinding({ fix, proof: { kind: 'exchange', text: 'b read it.' } });
    const { results } = runOf(renderSarif({ ...goReview(), findings: [finding] }));
    expect(results[0]?.message.text).toMatch(/2\. Send the request below again\.\ncurl -si http:\/\/localhost\/a$/);
  });

  it('says once why a whole stage is unproven, and which checks in the properties', () => {
    const notes = runOf(renderSarif(noAppReview())).invocations[0].toolExecutionNotifications;
    const silent = notes.filter((note) => note.message.text.includes('No running app'));
    expect(silent).toHaveLength(1);
    expect(silent[0]).toMatchObject({
      level: 'note',
      message: {
        text: expect.stringMatching(/^86 checks of the boundary stage are unproven: .* of it\. Start the app/),
      },
    });
    expect((silent[0] as { properties?: { checks: string[] } }).properties?.checks).toHaveLength(86);
    expect(notes.filter((note) => note.message.text.startsWith('M8 is unproven'))).toHaveLength(1);
  });
});
