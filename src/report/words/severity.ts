import type { Severity } from '../../model/severity.ts';

export interface Sign {
  shape: string;
  /** Where only ASCII can be printed. */
  ascii: string;
  word: string;
}

/** Shape and word; colour is added by each report and never stands alone. */
export const SEVERITY_SIGNS: Readonly<Record<Severity, Sign>> = {
  blocker: { shape: '■', ascii: '#', word: 'Blocker' },
  high: { shape: '▲', ascii: '^', word: 'High' },
  medium: { shape: '◆', ascii: '*', word: 'Medium' },
  low: { shape: '●', ascii: 'o', word: 'Low' },
  info: { shape: '○', ascii: '.', word: 'Info' },
};
