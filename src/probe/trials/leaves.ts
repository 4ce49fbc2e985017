import { isObject } from '../access/json.ts';

export type At = readonly (string | number)[];

const DEEPEST = 10;
const MOST = 4_000;

/** Where plain values stand in an answer, shallow ones first. */
export const placesIn = (json: unknown): { at: At; name: string; value: string | number }[] => {
  const found: { at: At; name: string; value: string | number }[] = [];
  const look = (value: unknown, at: At, depth: number): void => {
    if (found.length >= MOST || depth > DEEPEST) return;
    if (typeof value === 'string' || typeof value === 'number')
      found.push({ at, name: at.findLast((one) => typeof one === 'string') ?? '', value });
    else if (Array.isArray(value)) for (const [index, one] of value.entries()) look(one, [...at, index], depth + 1);
    else if (isObject(value)) for (const [name, one] of Object.entries(value)) look(one, [...at, name], depth + 1);
  };
  look(json, [], 0);
  return found.toSorted((a, b) => a.at.length - b.at.length);
};

/** Where a value stands in an answer; under the name `id` where it is there several times. */
export const placeOf = (json: unknown, wanted: string | number): At | undefined => {
  const places = placesIn(json).filter(({ value }) => String(value) === String(wanted));
  return (places.find(({ name }) => /^(?:_?id|uuid|guid)$/i.test(name)) ?? places[0])?.at;
};
