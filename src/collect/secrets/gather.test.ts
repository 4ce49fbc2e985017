import { describe, expect, test } from 'vitest';
import { EXPOSURES, type Exposure } from '../../model/evidence/secrets.ts';
import { baseDetector } from './base-detector.ts';
import { Gathering, toSighting } from './gather.ts';
import { KeyedHash } from './keyed-hash.ts';
import { expandSample } from './samples.ts';
import { scanBytes } from './seen.ts';

const key = expandSample('sk_live_{alnum:24}', 'gather');
const { seen } = scanBytes(baseDetector(), Buffer.from(`const k = '${key}';\n`));
const hash = new KeyedHash('app');

const placesOf = (gathering: Gathering): readonly { path: string; exposure: Exposure }[] => {
  const [gathered] = gathering.values();
  return gathered === undefined ? [] : toSighting(gathered, hash).places;
};

describe('the places of one value', () => {
  test('come most exposed first', () => {
    const gathering = new Gathering();
    for (const exposure of EXPOSURES.toReversed()) gathering.addFile(`src/${exposure}.ts`, exposure, seen);
    expect(placesOf(gathering).map((place) => place.exposure)).toEqual([
      'client',
      'tracked',
      'history',
      'log',
      'build',
      'unreachable',
      'untracked',
      'local',
    ]);
  });

  test('in a blob outside of the reviewed folder are not told', () => {
    const gathering = new Gathering();
    const origin = { path: 'other/a.ts', commit: 'c', date: 'd', author: 'a', reach: 'branch', order: 0 } as const;
    gathering.addBlob('b', origin, 'app/', seen, 'unreachable');
    expect(placesOf(gathering)).toEqual([]);
    gathering.addBlob('b', { ...origin, path: 'app/a.ts' }, 'app/', seen, 'unreachable');
    expect(placesOf(gathering)).toMatchObject([{ path: 'a.ts', exposure: 'history', commit: 'c' }]);
  });

  test('the way to the most exposed one is told, not to the others', () => {
    const encoded = Buffer.from(`const k = '${Buffer.from(`STRIPE_SECRET_KEY=${key}`).toString('base64')}';\n`);
    const gathering = new Gathering();
    gathering.addFile('server.log', 'log', scanBytes(baseDetector(), encoded).seen);
    const wayOf = () => gathering.values().map((gathered) => toSighting(gathered, hash).via);
    expect(wayOf()).toEqual([['base64']]);
    gathering.addFile('dist/a.js', 'client', seen);
    expect(wayOf()).toEqual([undefined]);
  });

  test('are bounded, and all are counted', () => {
    const gathering = new Gathering();
    for (let i = 0; i < 50; i++) gathering.addFile(`src/${i}.ts`, 'tracked', seen);
    const [gathered] = gathering.values();
    if (gathered === undefined) throw new Error('nothing was found');
    const sighting = toSighting(gathered, hash);
    expect([sighting.places.length, sighting.count]).toEqual([20, 50]);
    expect(JSON.stringify(sighting)).not.toContain(key);
  });
});
