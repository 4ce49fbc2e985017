import { checkDocs } from './check-docs.ts';
import { checkRegistry } from './check-registry.ts';
import { configSchemaFile } from './config-schema.ts';
import type { Generator } from './generator.ts';
import { providerRegistry } from './provider-registry.ts';
import { reviewSchema } from './review-schema.ts';
import { wasm } from './wasm.ts';

export const generators: readonly Generator[] = [
  wasm,
  providerRegistry,
  checkRegistry,
  checkDocs,
  configSchemaFile,
  reviewSchema,
];
