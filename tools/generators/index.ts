import { checkDocs } from './check-docs.ts';
import { checkRegistry } from './check-registry.ts';
import type { Generator } from './generator.ts';
import { scannerWasm } from './scanner-wasm.ts';
import { providerRegistry } from './provider-registry.ts';

export const generators: readonly Generator[] = [scannerWasm, providerRegistry, checkRegistry, checkDocs];
