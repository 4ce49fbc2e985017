import { expandSample } from '../../src/collect/secrets/samples.ts';

const MARKED = /⟦([^⟧]*)⟧/g;

/**
 * No value that looks like a secret stands in this repository, so flaws write `⟦sk_live_{alnum:24}⟧`. The same text gives the same
 * value everywhere in one flaw; `⟦name|template⟧` tells two values of one template apart.
 */
export const expandMarked = (text: string, seed: string): string =>
  text.replaceAll(MARKED, (_, marked: string) => {
    const [name = '', template] = marked.split('|');
    return template === undefined ? expandSample(marked, seed) : expandSample(template, `${seed}\n${name}`);
  });
