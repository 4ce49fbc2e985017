export interface Totals {
  subtotalCents: number;
  discountCents: number;
  totalCents: number;
}

/** The one place where a total is made. Prices come from the database, never from the client. */
export const totalsOf = (
  lines: readonly { unitCents: number; quantity: number }[],
  percentOff: number | undefined,
): Totals => {
  const subtotalCents = lines.reduce((sum, { unitCents, quantity }) => sum + unitCents * quantity, 0);
  const discountCents = Math.floor((subtotalCents * (percentOff ?? 0)) / 100);
  return { subtotalCents, discountCents, totalCents: subtotalCents - discountCents };
};
