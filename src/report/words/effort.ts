import { EFFORT_HOURS, type Effort } from '../../model/effort.ts';

/** `about 15 min`, `about 3 h`: one engineer who knows the app. */
export const effortText = (effort: Effort): string => {
  const hours = EFFORT_HOURS[effort];
  return hours < 1 ? `about ${hours * 60} min` : `about ${hours} h`;
};
