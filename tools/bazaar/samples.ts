import { expandSample } from '../../src/collect/secrets/samples.ts';

const MARKED = /⟦([^⟧]*)⟧/g;

/**
 * No value that looks like a secret stands in this repository, so flaws write `⟦sk_live_{alnum:24}⟧`. The same text gives the same
 * value everywhere in one flaw; `⟦name|template⟧` tells two values of one template apart, `⟦b64:…⟧` encodes what it holds.
 */
export const expandMarked = (text: string, seed: string): string =>
  text.replaceAll(MARKED, (_, marked: string) => {
    if (marked.startsWith('b64:')) return Buffer.from(expandSample(marked.slice(4), seed)).toString('base64');
    const [name = '', template] = marked.split('|');
    return template === undefined ? expandSample(marked, seed) : expandSample(template, `${seed}\n${name}`);
  });
