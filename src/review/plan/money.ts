import { bound } from '../bound.ts';

/** `$1,200`; a currency that is no ISO 4217 code stands behind the amount as it was given. */
export const money = (amount: number, currency: string): string => {
  try {
    return new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
  } catch {
    return `${Math.round(amount).toLocaleString('en-US')} ${bound(currency, 12)}`;
  }
};
