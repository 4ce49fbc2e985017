/** CI workflows and hooks, as far as secrets are concerned. */
export interface PipelineEvidence {
  workflows: readonly Workflow[];
  /** Pre-commit hooks that scan for secrets, by path. */
  hooks: readonly string[];
}

export interface Workflow {
  path: string;
  /** The secret scanner it runs, when there is one. */
  scanner: string | null;
  /** Lines that print secrets or the whole environment into the build log. */
  prints: readonly { line: number; text: string; what: string }[];
}
