/**
 * Whether a value holds everything that is wanted: a member that only `value` has does not matter, since APIs add their own. Lists must be
 * equal in length.
 */
export const covers = (value: unknown, wanted: unknown): boolean => {
  if (Object.is(value, wanted)) return true;
  if (typeof value !== 'object' || typeof wanted !== 'object' || value === null || wanted === null) return false;
  if (Array.isArray(wanted))
    return (
      Array.isArray(value) && value.length === wanted.length && wanted.every((one, nth) => covers(value[nth], one))
    );
  return Object.entries(wanted).every(
    ([key, member]) =>
      member === undefined || (Object.hasOwn(value, key) && covers((value as Record<string, unknown>)[key], member)),
  );
};
