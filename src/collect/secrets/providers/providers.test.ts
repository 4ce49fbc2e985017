import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isPlaceholder } from '../detect/placeholder.ts';
import { expandSample } from '../samples.ts';
import type { Provider } from '../define-provider.ts';
import { PROVIDERS as LOADED } from './registry.generated.ts';

const FILES = globSync('*/*.ts', { cwd: import.meta.dirname }).sort();
const PROVIDERS = await Promise.all(
  FILES.map(async (file) => ((await import(`./${file}`)) as { default: Provider }).default),
);

const matchOf = (pattern: RegExp, text: string): string | null => pattern.exec(text)?.[1] ?? null;

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
            const value = matchOf(rule.pattern, text);
            expect(value, `${rule.id} must match ${text}`).not.toBeNull();
            const hit = rule.anchors.some((anchor) => text.toLowerCase().includes(anchor.toLowerCase()));
            expect(hit, `no anchor of ${rule.id} in ${text}`).toBe(true);
            expect(isPlaceholder(value!), `${value} must not look like a placeholder`).toBe(false);
          }
        }
        for (const template of rule.samples.no) {
          const value = matchOf(rule.pattern, expandSample(template));
          expect(value === null || isPlaceholder(value), `${rule.id} must not take ${template}`).toBe(true);
        }
      });
    }
  });
}
