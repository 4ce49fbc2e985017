/** Launch impact, worst first. What blocks a launch is decided by policy (review/verdict), not by the check. */
export const SEVERITIES = ['blocker', 'high', 'medium', 'low', 'info'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Orders worst first; usable as a sort comparator. */
export const compareSeverity = (a: Severity, b: Severity): number => SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
