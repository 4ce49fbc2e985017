/** What the reviewed folder is, before anything in it is judged. */
export interface RepoSummary {
  /** Folder name, for people. */
  name: string;
  /** Null when the folder is not a git checkout. */
  git: GitSummary | null;
  files: number;
  bytes: number;
  /** Frameworks and hosts recognised from manifests and config files, e.g. `next`, `vite`, `vercel`. */
  frameworks: readonly string[];
  /** Folders (relative, ending in `/`) that hold what is served to browsers, and whether they exist now. */
  clientOutputs: readonly { path: string; exists: boolean }[];
}

export interface GitSummary {
  /** Full object id, null in a repository without commits. */
  head: string | null;
  branch: string | null;
  /** Remote names; their addresses with credentials removed. */
  remotes: readonly { name: string; url: string }[];
  shallow: boolean;
  partial: boolean;
  bare: boolean;
  submodules: readonly string[];
}
