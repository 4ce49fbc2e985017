import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BANNER, type Generator } from './generator.ts';

const FOLDER = 'src/collect/secrets/automaton';

/** Assembles scanner.wat; the bytes stand in the source as base64, so that nothing is built at install. */
export const scannerWasm: Generator = async (root) => {
  const { default: createWabt } = await import('wabt');
  const wabt = await createWabt();
  const module = wabt.parseWat('scanner.wat', readFileSync(join(root, FOLDER, 'scanner.wat'), 'utf8'));
  const { buffer } = module.toBinary({});
  const base64 = Buffer.from(buffer).toString('base64');
  return [{ path: `${FOLDER}/scanner.generated.ts`, content: `${BANNER}export const SCANNER_WASM = '${base64}';\n` }];
};
