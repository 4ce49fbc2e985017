import { createHash, createHmac, randomBytes, scryptSync } from 'node:crypto';

/** Stretching takes milliseconds a value, and a folder can hold any number of short ones. */
const MOST_STRETCHED = 2000;

/**
 * Names a secret value without telling it. The key is the project's (its root commits), so the same value in two projects
 * has two names, and the same value in one project has one name on every machine. Values that could be guessed are
 * stretched with scrypt first, so that a report is no help in guessing them; beyond the first 2,000 they get names for this run only.
 */
export class KeyedHash {
  readonly #key: Buffer;
  readonly #known = new Map<string, string>();
  #left: number;

  /** `project`: anything stable and particular to the project, e.g. its root commit ids. */
  constructor(project: string, mostStretched = MOST_STRETCHED) {
    this.#left = mostStretched;
    this.#key = createHash('sha256').update(`launch-ready/secret-id/1\n${project}`).digest();
  }

  /** 16 hex digits. `domain` separates uses: the same value under two domains has two names. */
  id(domain: string, value: string): string {
    const cached = this.#known.get(`${domain}\n${value}`);
    if (cached !== undefined) return cached;
    const material = guessable(value) ? this.#stretch(value) : Buffer.from(value);
    const id = createHmac('sha256', this.#key).update(`${domain}\n`).update(material).digest('hex').slice(0, 16);
    this.#known.set(`${domain}\n${value}`, id);
    return id;
  }

  #stretch(value: string): Buffer {
    return this.#left-- > 0 ? scryptSync(value, this.#key, 32, { N: 4096 }) : randomBytes(32);
  }
}

/** Fewer than about 64 bits if it were random: worth stretching. */
const guessable = (value: string): boolean => new Set(value).size < 12 || value.length < 16;
