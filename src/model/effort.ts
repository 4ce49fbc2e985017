/** How long one engineer who knows the app needs for a fix, in hours. */
export const EFFORT_HOURS = { minutes: 0.25, hour: 1, hours: 3, day: 8, days: 20 } as const;

export type Effort = keyof typeof EFFORT_HOURS;

/** Orders quickest first; usable as a sort comparator. */
export const compareEffort = (a: Effort, b: Effort): number => EFFORT_HOURS[a] - EFFORT_HOURS[b];
