/**
 * A secret made safe to show: the provider's prefix and at most the last two characters of long values. Never more than a
 * fifth of the value, so that what is shown helps to recognise it and not to guess it.
 */
export const mask = (value: string): string => {
  const prefix = /^(?:[A-Za-z][A-Za-z0-9]{0,9}[_-]){1,3}/.exec(value)?.[0] ?? '';
  const budget = Math.floor(value.length / 5);
  const head =
    prefix.length > 0 && prefix.length <= Math.max(8, budget) && prefix.length <= value.length / 2
      ? prefix
      : value.slice(0, Math.min(4, budget));
  const tail = value.length >= 24 ? value.slice(-2) : '';
  return `${head}****${tail}`;
};
