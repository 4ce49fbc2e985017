import { errorAnswer } from './error-answer/error-answer.ts';
import { toldToLog } from './log.ts';
import { secretColumn } from './secret-column/secret-column.ts';
import type { PatternFinder } from './spot.ts';
import { toldToAnalytics, toldToTracker } from './third-parties.ts';

/** Where data of people and secrets go that should stay. */
export const LEAKS: readonly PatternFinder[] = [errorAnswer, secretColumn, toldToAnalytics, toldToLog, toldToTracker];
