import { Detector } from './detector.ts';
import { PROVIDERS } from './providers/registry.generated.ts';

let detector: Detector | undefined;

/** The detector of this thread that knows the providers and nothing of the project. Made once, when it is first asked for. */
export const baseDetector = (): Detector => (detector ??= new Detector(PROVIDERS));
