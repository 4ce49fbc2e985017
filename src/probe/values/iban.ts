/** ISO 13616: the check digits of a German account number. */
export const germanIban = (bban: string): string => {
  const digits = `${bban}131400`;
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return `DE${String(98 - rest).padStart(2, '0')}${bban}`;
};
