/** What came in a mail or in DNS may be anybody's: nothing of it moves the cursor. */
export const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�').slice(0, 1_000);
