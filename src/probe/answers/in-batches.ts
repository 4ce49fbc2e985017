/** Works through a list, so many at once, until one result says that it is enough. Results come in the list's order. */
export const inBatches = async <T, R>(
  list: readonly T[],
  size: number,
  work: (item: T, index: number) => Promise<R>,
  enough: (result: R) => boolean = () => false,
): Promise<R[]> => {
  const results: R[] = [];
  for (let start = 0; start < list.length; start += size) {
    const batch = await Promise.all(list.slice(start, start + size).map((item, at) => work(item, start + at)));
    results.push(...batch);
    if (batch.some(enough)) break;
  }
  return results;
};
