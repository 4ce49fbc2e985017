import type { Generator } from './generator.ts';
import { providerRegistry } from './provider-registry.ts';

export const generators: readonly Generator[] = [providerRegistry];
