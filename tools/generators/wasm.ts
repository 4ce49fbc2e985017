import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BANNER, type Generator } from './generator.ts';

/** Each `<name>.wat` of these becomes `<name>.generated.ts` beside it. */
const SOURCES = [
  { folder: 'src/collect/secrets/automaton', name: 'scanner', constant: 'SCANNER_WASM' },
  { folder: 'src/collect/git/pack', name: 'delta', constant: 'DELTA_WASM' },
  { folder: 'src/collect/git/pack', name: 'inflate', constant: 'INFLATE_WASM' },
];

/** Assembles WebAssembly; the bytes stand in the source as base64, so that nothing is built at install. */
export const wasm: Generator = async (root) => {
  const { default: createWabt } = await import('wabt');
  const wabt = await createWabt();
  return SOURCES.map(({ folder, name, constant }) => {
    const file = `${name}.wat`;
    const module = wabt.parseWat(file, readFileSync(join(root, folder, file), 'utf8'), { bulk_memory: true });
    const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64');
    return {
      path: `${folder}/${name}.generated.ts`,
      content: `${BANNER}export const ${constant} = '${base64}';\n`,
    };
  });
};
