/** A use as the text shows it, before the file's role and the variable's prefix are known. */
export interface RawUse {
  name: string;
  /** Index in the text, of the use. */
  at: number;
  via: string;
  /** The string it falls back to; only literals. */
  fallback?: string;
  /** Something follows that makes its absence harmless: a default of any kind. */
  optional?: boolean;
  required: boolean;
}

/** Line numbers from 1 by index, for indices asked in any order. */
export const lineCounter = (text: string): ((at: number) => number) => {
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (at) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
};
