/** The part of a monorepo a path belongs to: `apps/web`, `packages/db`, `supabase/functions`; empty for the rest. */
export const appOf = (path: string): string => {
  const [first = '', second = '', third] = path.split('/');
  if (third === undefined) return '';
  if (/^(?:apps|packages|services|workspaces|libs|modules|sites)$/.test(first)) return `${first}/${second}`;
  return first === 'supabase' && second === 'functions' ? 'supabase/functions' : '';
};
