import { asciiText, terminalText } from '../escape/terminal.ts';
import { defuseMarkers } from '../escape/github.ts';
import type { Sign } from '../words/severity.ts';
import { ink, type Ink, type Style } from './ink.ts';
import { textWidth } from './text-width.ts';
import { cutEnd, cutStart, wrap } from './wrap.ts';

export interface TerminalOptions {
  color: boolean;
  /** Columns; kept between 40 and 110. */
  width: number;
  /** False prints ASCII only. */
  unicode?: boolean;
  /** Prints findings that can wait in full, and no cap on anything. */
  verbose?: boolean;
}

/** What a section prints on. Everything that comes from a Review goes through one of its functions, which escape it. */
export interface Paper {
  width: number;
  verbose: boolean;
  ink: Ink;
  sign(sign: Sign): string;
  /** One escaped line. */
  text(text: string): string;
  /** Text wrapped behind `lead`; further lines are indented to where it began. `lead` is this program's own. */
  hang(lead: string, text: string, styles?: { lead?: Style; text?: Style }): readonly string[];
  /** Like `hang`, for text of several lines. */
  hangLines(lead: string, text: string, styles?: { lead?: Style; text?: Style }): readonly string[];
  cutEnd(text: string, width: number): string;
  cutStart(text: string, width: number): string;
}

const plain: Style = (text) => text;

const NARROWEST = 40;
const WIDEST = 110;

export const paper = ({ color, width, unicode = true, verbose = false }: TerminalOptions): Paper => {
  const escaped = unicode ? terminalText : asciiText;
  const text = (whole: string): string => defuseMarkers(escaped(whole));
  const columns = Math.max(NARROWEST, Math.min(WIDEST, Math.floor(width) || 80));
  const mark = text('…');
  const hang: Paper['hang'] = (lead, whole, styles = {}) => {
    const indent = textWidth(lead);
    const [head = '', ...rest] = wrap(text(whole), columns - indent).map(styles.text ?? plain);
    const shownLead = lead.trim() === '' ? lead : (styles.lead ?? plain)(text(lead));
    return [`${shownLead}${head}`.trimEnd(), ...rest.map((line) => ' '.repeat(indent) + line)];
  };
  return {
    width: columns,
    verbose,
    ink: ink(color),
    text,
    sign: ({ shape, ascii }) => (unicode ? shape : ascii),
    hang,
    hangLines: (lead, whole, styles) =>
      whole
        .split(/\r\n|\n|\r/)
        .flatMap((line, index) => hang(index === 0 ? lead : ' '.repeat(textWidth(lead)), line, styles)),
    cutEnd: (whole, most) => cutEnd(text(whole), most, mark),
    cutStart: (whole, most) => cutStart(text(whole), most, mark),
  };
};
