import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Provider, Rule } from '../define-provider.ts';
import { Text } from '../detect/text.ts';
import { ruleFinder } from '../finders/provider-rules.ts';
import { expandSample } from '../samples.ts';
import { PROVIDERS as LOADED } from './registry.generated.ts';

const FILES = globSync('*/*.ts', { cwd: import.meta.dirname }).sort();
const PROVIDERS = await Promise.all(
  FILES.map(async (file) => ((await import(`./${file}`)) as { default: Provider }).default),
);

/** What the scan makes of the rule alone: every place of every anchor is looked at. */
const valuesOf = (provider: Provider, rule: Rule, text: string): string[] => {
  const finder = ruleFinder(provider, rule);
  const values: string[] = [];
  const content = new Text(Buffer.from(text, 'latin1'), false);
  const lower = `\n${text.toLowerCase()}`;
  for (const [index, anchor] of finder.anchors.entries()) {
    const letters = anchor.toLowerCase();
    for (let at = lower.indexOf(letters); at !== -1; at = lower.indexOf(letters, at + 1))
      finder.find(content, at - 1, at - 1 + letters.length, index, (hit) => values.push(hit.value));
  }
  return values;
};

describe('the registry', () => {
  test('holds every provider file under its own name', () => {
    expect(PROVIDERS.map((provider) => provider.id)).toEqual(FILES.map((file) => basename(file, '.ts')));
    expect(LOADED.map((provider) => provider.id)).toEqual(FILES.map((file) => basename(file, '.ts')));
  });

  test('knows each rule once', () => {
    const ids = PROVIDERS.flatMap((provider) => provider.rules.map((rule) => rule.id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('pairs only with rules that exist', () => {
    const ids = new Set(PROVIDERS.flatMap((provider) => provider.rules.map((rule) => rule.id)));
    const dangling = PROVIDERS.flatMap((p) => p.rules.flatMap((rule) => rule.pairsWith ?? [])).filter(
      (id) => !ids.has(id),
    );
    expect(dangling).toEqual([]);
  });
});

for (const provider of PROVIDERS) {
  describe(provider.id, () => {
    test('is described', () => {
      expect(provider.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(new URL(provider.rotation.at).protocol).toBe('https:');
      expect(provider.rules.length).toBeGreaterThan(0);
    });

    for (const rule of provider.rules) {
      test(rule.id, () => {
        expect(rule.id.startsWith(`${provider.id}-`)).toBe(true);
        expect(rule.impact).toMatch(/\.$/);
        expect(rule.pattern.flags).not.toMatch(/[gy]/);
        for (const anchor of rule.anchors) expect(anchor.length).toBeGreaterThanOrEqual(3);
        expect(rule.samples.yes.length).toBeGreaterThan(0);
        expect(rule.samples.no.length).toBeGreaterThan(0);
        for (const template of rule.samples.yes) {
          for (const seed of ['', 'a', 'b', 'c']) {
            const text = expandSample(template, seed);
            expect(valuesOf(provider, rule, text), `${rule.id} must find ${text}`).not.toEqual([]);
          }
        }
        for (const template of rule.samples.no)
          expect(valuesOf(provider, rule, expandSample(template)), `${rule.id} must not take ${template}`).toEqual([]);
      });
    }
  });
}
