import { createHash } from 'node:crypto';

const DIGEST = /^(sha(?:256|384|512))-([A-Za-z\d+/_-]+={0,2})(?:\?\S*)?$/i;
const LONGEST = 1_000;

/** Of an `integrity` attribute what browsers read, without options; empty where it holds nothing of the kind (SRI 3.3.3). */
export const digestsIn = (integrity: string): string =>
  integrity
    .slice(0, LONGEST)
    .split(/\s+/)
    .flatMap((one) => {
      const [, algorithm = '', digest] = DIGEST.exec(one) ?? [];
      return digest === undefined
        ? []
        : [`${algorithm.toLowerCase()}-${digest.replaceAll('-', '+').replaceAll('_', '/')}`];
    })
    .join(' ');

/** The digest that a browser would compare, of those bytes; the strongest algorithm that is named counts (SRI 3.3.4). */
export const digestOf = (integrity: string, bytes: Uint8Array): string => {
  const [strongest = 'sha256'] = ['sha512', 'sha384', 'sha256'].filter((one) => integrity.includes(`${one}-`));
  return `${strongest}-${createHash(strongest).update(bytes).digest('base64')}`;
};
