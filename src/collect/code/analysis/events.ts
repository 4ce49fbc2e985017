import type { CodeLapse } from '../../../model/evidence/code.ts';
import type { Expr, Module } from '../ir.ts';
import type { Condition } from './conditions.ts';
import type { Touch } from './touch.ts';
import type { Failure } from './failing.ts';
import type { Kinds } from './kinds.ts';

/** What happens in the run of a handler, in order. */
export type Happening =
  | {
      h: 'stop';
      /** What the condition depends on. */
      kinds: Kinds;
      failure: Failure;
      m: Module;
      at: number;
      /** The function that it stands in. */
      name: string;
      /** Texts in the condition: names of roles. */
      words: readonly string[];
      maybe: boolean;
      /** 0 in the step itself, more in what it calls. */
      depth: number;
      /** What the branches around it depend on. */
      when?: Kinds;
    }
  | {
      h: 'touch';
      touch: Touch;
      /** Of all conditions together, and of all that is written. */
      where: Kinds;
      data: Kinds;
      conditions: readonly Condition[];
      written: readonly Condition[];
      m: Module;
      maybe: boolean;
      rls: boolean;
    }
  /** Who asks was compared with whose something is, whatever comes of it. */
  | { h: 'compared'; m: Module; at: number }
  /** A payments provider is asked for amounts that the caller chose. */
  | { h: 'priced'; what: string; fields: readonly string[]; m: Module; at: number }
  /** A check is made and does not keep out who fails it. */
  | { h: 'lapsed'; kind: CodeLapse['kind']; when: CodeLapse['when']; m: Module; at: number }
  /** Something of a package is called: a sink for what reads logs, mails, fetches. */
  | {
      h: 'call';
      path: string;
      kinds: Kinds;
      /** Of the first argument alone. */
      first: Kinds;
      /** The first argument as it is written. */
      e: Expr | undefined;
      m: Module;
      at: number;
      maybe: boolean;
    }
  /** A token is taken apart without a look at its signature. `kinds`: where the token came from. */
  | { h: 'decoded'; what: string; kinds: Kinds; m: Module; at: number }
  /** Who asks is set to what such a token says: `req.user = decoded`. */
  | { h: 'believed'; m: Module; at: number }
  /** The caller is told no, and the code goes on. */
  | { h: 'goes on'; m: Module; at: number };
