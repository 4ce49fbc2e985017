/** Line of an offset, from 1. Offsets are mostly asked for in order, so the last answer is where the search begins. */
export const lineFinder = (text: string): ((offset: number) => number) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  let last = 0;
  return (offset) => {
    if ((starts[last] ?? 0) > offset || (starts[last + 8] ?? Infinity) <= offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      last = low;
    } else while ((starts[last + 1] ?? Infinity) <= offset) last++;
    return last + 1;
  };
};
