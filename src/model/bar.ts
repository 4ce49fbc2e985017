import type { StageId } from './stage.ts';

/**
 * The minimum bar: what a launch needs before real users arrive. `points` is the share of the
 * readiness score (they add up to 100); `stage` is where the item is proven.
 */
export const BAR = [
  { id: 'M1', title: 'Real authentication and authorization boundaries', points: 12, stage: 'boundary' },
  { id: 'M2', title: 'No exposed secrets in code, git history, logs or client bundles', points: 12, stage: 'secrets' },
  { id: 'M3', title: 'TLS everywhere, a valid certificate, correct redirects', points: 8, stage: 'edge' },
  { id: 'M4', title: 'DNS configured cleanly for the domain, subdomains and email', points: 6, stage: 'edge' },
  { id: 'M5', title: 'Cloudflare or an equivalent in front of public traffic', points: 5, stage: 'edge' },
  { id: 'M6', title: 'Rate limiting and abuse protection on login and API', points: 7, stage: 'boundary' },
  { id: 'M7', title: 'Environment variables separated by environment', points: 7, stage: 'secrets' },
  { id: 'M8', title: 'Uptime monitoring, so outages are seen before customers complain', points: 7, stage: 'monitor' },
  { id: 'M9', title: 'A rollback path if a deployment breaks checkout or onboarding', points: 7, stage: 'deploy' },
  { id: 'M10', title: 'User isolation between sellers', points: 10, stage: 'boundary' },
  { id: 'M11', title: 'Admin routes protected separately from customer routes', points: 7, stage: 'boundary' },
  { id: 'M12', title: 'Webhooks verified before they trigger payouts or status changes', points: 7, stage: 'boundary' },
  { id: 'M13', title: 'Search and caching that cannot leak stale private data', points: 5, stage: 'edge' },
] as const satisfies readonly { id: string; title: string; points: number; stage: StageId }[];

export type BarId = (typeof BAR)[number]['id'];

export type BarState = 'held' | 'broken' | 'unproven' | 'waived';
