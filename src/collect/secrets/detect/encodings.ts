export interface EncodedForm {
  text: string;
  via: 'base64' | 'hex' | 'percent' | null;
}

/** A value as it may stand in a file: plain, base64 at each of the three alignments, hex, percent-encoded. */
export const encodedForms = (value: string): EncodedForm[] => {
  const forms: EncodedForm[] = [{ text: value, via: null }];
  for (const text of base64Cores(value)) if (text.length >= 12) forms.push({ text, via: 'base64' });
  const hex = Buffer.from(value, 'latin1').toString('hex');
  forms.push({ text: hex, via: 'hex' });
  const percent = encodeURIComponent(value);
  if (percent !== value) forms.push({ text: percent, via: 'percent' });
  return forms;
};

/**
 * The characters that base64 surely gives a text whatever stands around it, for each of the three places it may have
 * in a group of three bytes.
 */
export const base64Cores = (text: string): string[] =>
  [0, 1, 2].map((lead) => {
    const encoded = Buffer.concat([Buffer.alloc(lead), Buffer.from(text, 'latin1')])
      .toString('base64')
      .replace(/=+$/, '');
    const from = lead === 0 ? 0 : lead + 1;
    const whole = (lead + text.length) % 3 === 0;
    return encoded.slice(from, whole ? undefined : -1);
  });
