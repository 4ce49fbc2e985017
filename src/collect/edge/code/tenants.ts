/** Services that show what is theirs, or their other customers' scripts, under a name of the site; by what an alias leads to. */
const TENANTS: readonly (readonly [RegExp, string])[] = [
  [/\.zendesk\.com$/, 'Zendesk'],
  [/\.freshdesk\.com$/, 'Freshdesk'],
  [/(?:^|\.)custom\.intercom\.help$/, 'Intercom'],
  [/\.helpscoutdocs\.com$/, 'Help Scout'],
  [/\.ghost\.io$/, 'Ghost'],
  [/(?:^|\.)(?:proxy(?:-ssl)?|cdn)\.webflow\.com$/, 'Webflow'],
  [/\.github\.io$/, 'GitHub Pages'],
  [/\.wordpress\.com$/, 'WordPress.com'],
  [/\.squarespace\.com$/, 'Squarespace'],
  [/\.hubspot\.(?:com|net)$/, 'HubSpot'],
  [/\.statuspage\.io$|\.stspg-customer\.com$/, 'Statuspage'],
  [/(?:^|\.)stats\.uptimerobot\.com$/, 'UptimeRobot'],
  [/\.readme(?:ssl)?\.(?:io|com)$/, 'ReadMe'],
  [/\.gitbook\.(?:io|com)$/, 'GitBook'],
  [/\.canny\.io$/, 'Canny'],
  [/\.unbouncepages\.com$/, 'Unbounce'],
  [/\.beehiiv\.com$/, 'beehiiv'],
  [/\.substack(?:-custom-domains)?\.com$/, 'Substack'],
  [/\.notion\.(?:site|so)$/, 'Notion'],
];

/** Whose service an alias leads to; undefined for hosting of one's own app. */
export const tenantOf = (target: string): string | undefined => TENANTS.find(([pattern]) => pattern.test(target))?.[1];
