import { BASE } from './styles/base.ts';
import { BOUNDARY } from './styles/boundary.ts';
import { BOARD } from './styles/board.ts';
import { FINDINGS } from './styles/findings.ts';
import { HERO } from './styles/hero.ts';
import { LISTS } from './styles/lists.ts';
import { SURFACE } from './styles/surface.ts';
import { PRINT } from './styles/print.ts';
import { TOKENS } from './styles/tokens.ts';

/** The whole style sheet of the page. Loads nothing. */
export const STYLES = [TOKENS, BASE, HERO, BOARD, FINDINGS, BOUNDARY, SURFACE, LISTS, PRINT].join('');
