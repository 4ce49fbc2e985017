/**
 * Learns how letters follow one another in the names, words and prose of source code, and writes the table that
 * detect/rarity.ts reads. Run by hand when the model changes: node tools/rarity/train.ts <folder>...
 * Only counts of letter pairs leave the folders.
 */
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSES, classOf } from '../../src/collect/secrets/detect/rarity.ts';

const counts = new Float64Array(CLASSES ** 3).fill(0.05);
let words = 0;
for (const folder of process.argv.slice(2)) {
  for (const file of globSync('**/*.{ts,tsx,js,jsx,json,md,css,html,py,go,sql,yml}', { cwd: folder })) {
    const path = join(folder, file);
    if (!statSync(path).isFile() || statSync(path).size > 300_000 || /\.min\.|lock/.test(file)) continue;
    for (const word of new Set(readFileSync(path, 'utf8').match(/[A-Za-z][A-Za-z0-9_-]{5,60}/g) ?? [])) {
      if (/[0-9a-f]{16}|\d{6}|[A-Za-z0-9]{40}/.test(word)) continue;
      words++;
      for (let i = 2; i < word.length; i++) {
        const at = (classOf(word.charCodeAt(i - 2)) * CLASSES + classOf(word.charCodeAt(i - 1))) * CLASSES;
        counts[at + classOf(word.charCodeAt(i))] = (counts[at + classOf(word.charCodeAt(i))] ?? 0) + 1;
      }
    }
  }
}

// One byte for each triple: eight steps a bit, 0 = certain, 255 = 32 bits.
const table = Buffer.alloc(CLASSES ** 3);
for (let row = 0; row < table.length; row += CLASSES) {
  const total = counts.subarray(row, row + CLASSES).reduce((sum, n) => sum + n, 0);
  for (let c = 0; c < CLASSES; c++)
    table[row + c] = Math.min(255, Math.round(-Math.log2((counts[row + c] ?? 0) / total) * 8));
}
const target = join(import.meta.dirname, '../../src/collect/secrets/detect/rarity.table.ts');
writeFileSync(
  target,
  `// Written by tools/rarity/train.ts from ${words} words of public source code: cost of each letter triple.\nexport const RARITY_TABLE = '${table.toString('base64')}';\n`,
);
console.error(`${words} words`);
