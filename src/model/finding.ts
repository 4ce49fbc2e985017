import type { BarId } from './bar.ts';
import type { Effort } from './effort.ts';
import type { Severity } from './severity.ts';
import type { StageId } from './stage.ts';

/** Where a defect is; only the members that apply are present. Lines and columns count from 1. */
export interface Where {
  path?: string;
  line?: number;
  column?: number;
  /** Full object id of the commit that introduced it. */
  commit?: string;
  url?: string;
  method?: string;
  host?: string;
  record?: string;
}

/** Source lines around a defect, already masked. `mark` is the line (counted from 1 in the file) that shows it. */
export interface CodeFrame {
  startLine: number;
  lines: readonly string[];
  mark: number;
}

/** What shows that the defect is real. `text` always says it in one or more plain lines. */
export interface Proof {
  kind: 'code' | 'git' | 'file' | 'exchange' | 'record' | 'absence';
  text: string;
  frame?: CodeFrame;
  /** Further places that show the same defect, as `path:line` or `commit path:line`; the first few only. */
  more?: readonly string[];
}

/** How a defect is mended: steps in order, text to paste, and the command that shows it worked. */
export interface Fix {
  steps: readonly string[];
  /** A file to create or a snippet to paste. */
  snippet?: { path: string; language: string; content: string };
  /** A copyable command that shows whether the fix worked. */
  verify?: string;
}

/** What a check's `evaluate` returns: one defect. Everything left out is taken from the check. */
export interface Defect {
  /** What tells this defect from others of the same check, stable over time (never a line number). */
  key: string;
  where: Where;
  proof: Proof;
  title?: string;
  why?: string;
  severity?: Severity;
  effort?: Effort;
  /** Facts for the check's `fix`, e.g. the provider's rotation steps. */
  data?: unknown;
}

export interface Finding {
  check: string;
  title: string;
  severity: Severity;
  /** True when the launch must wait for it; see review/verdict/policy. */
  mustFix: boolean;
  stage: StageId;
  bar: readonly BarId[];
  where: Where;
  proof: Proof;
  why: string;
  fix: Fix;
  effort: Effort;
  /** 16 hex digits, stable across runs and machines. */
  fingerprint: string;
  state: 'new' | 'open' | 'waived';
  references: readonly string[];
  waiver?: { reason: string; owner: string; until: string };
}
