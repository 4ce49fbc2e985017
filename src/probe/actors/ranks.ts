/** From least to most powerful, by what roles are called in the field. */
const LADDER: readonly RegExp[] = [
  /^(?:nobody|anonymous|anon|guest|visitor|public)$/,
  /^(?:customer|user|buyer|member|client|shopper|reader|basic|viewer|subscriber|student|patient|renter|tenant)$/,
  /^(?:seller|vendor|creator|merchant|shop|store|author|editor|host|provider|supplier|driver|teacher|publisher|partner)$/,
  /^(?:support|moderator|mod|staff|agent|helpdesk|reviewer|operator|employee|auditor)$/,
  /^(?:manager|supervisor|finance|lead)$/,
  /^(?:admin|administrator|owner|root|superuser|superadmin|sysadmin|sudo)$/,
];

const rung = (role: string): number => {
  const words = role.toLowerCase().split(/[^a-z]+/);
  const rungs = words.map((word) => LADDER.findIndex((pattern) => pattern.test(word)));
  const highest = Math.max(...rungs, /super.?(?:admin|user)/i.test(role) ? 5 : -1);
  return highest < 0 ? 1 : highest;
};

/** The order of a role's power: its place in the user's list, or what roles of that name may do elsewhere. */
export const rankOf = (role: string, roles: readonly string[]): number => {
  const place = roles.indexOf(role);
  if (roles.length === 0) return rung(role);
  if (place >= 0) return place + 1;
  // A role that is missing in the list stands beside the highest one that is commonly no more than it.
  return roles.reduce((rank, other, index) => (rung(other) <= rung(role) ? index + 1 : rank), 1);
};
