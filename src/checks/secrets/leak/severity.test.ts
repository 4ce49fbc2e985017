import { describe, expect, test } from 'vitest';
import type { Confidence, Power } from '../../../model/evidence/secrets.ts';
import { aSighting } from '../../testing/sighting.ts';
import {
  builtSeverity,
  committedSeverity,
  loggedSeverity,
  servedSeverity,
  unignoredSeverity,
  unreachableSeverity,
} from './severity.ts';

test.each<[Power, Confidence, string]>([
  ['money', 'high', 'blocker'],
  ['data', 'certain', 'blocker'],
  ['infrastructure', 'high', 'blocker'],
  ['identity', 'high', 'blocker'],
  ['money', 'medium', 'high'],
  ['messages', 'certain', 'high'],
  ['spend', 'high', 'high'],
  ['limited', 'certain', 'medium'],
])('in git, %s at %s confidence is %s', (power, confidence, severity) => {
  expect(committedSeverity(aSighting({ power, confidence }))).toBe(severity);
});

test.each<[Power, Confidence, string]>([
  ['spend', 'high', 'blocker'],
  ['money', 'medium', 'high'],
  ['limited', 'certain', 'high'],
])('served, %s at %s confidence is %s', (power, confidence, severity) => {
  expect(servedSeverity(aSighting({ power, confidence }))).toBe(severity);
});

test('build output weighs by what the key opens', () => {
  expect(builtSeverity(aSighting({ power: 'data' }))).toBe('high');
  expect(builtSeverity(aSighting({ power: 'identity' }))).toBe('medium');
});

test('a log is high when the format is sure', () => {
  expect(loggedSeverity(aSighting())).toBe('high');
  expect(loggedSeverity(aSighting({ confidence: 'medium' }))).toBe('medium');
});

describe('what the provider answered', () => {
  const working = aSighting({ power: 'limited', live: { state: 'live', detail: '200' } });
  const revoked = aSighting({ live: { state: 'dead', detail: '401' } });
  const weighers = [builtSeverity, committedSeverity, loggedSeverity, servedSeverity, unreachableSeverity];

  test.each(weighers)('%o: a working key blocks, a revoked one is tidying', (severity) => {
    expect(severity(working)).toBe('blocker');
    expect(severity(revoked)).toBe('low');
  });

  test('a working key that nobody else has seen does not block', () => {
    expect(unignoredSeverity(working)).toBe('medium');
    expect(unignoredSeverity(revoked)).toBe('low');
  });
});
