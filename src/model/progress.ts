/** Long work reports here; the CLI draws it as a live window on stderr, tests pass `silent`. */
export interface Progress {
  /** Starts a named step, e.g. `git history`. */
  step(name: string): Step;
}

export interface Step {
  /** `detail` is short and already safe to print, e.g. `12,400 of 57,000 blobs`. */
  update(detail: string, fraction?: number): void;
  end(detail?: string): void;
}

export const silent: Progress = { step: () => ({ update: () => {}, end: () => {} }) };
