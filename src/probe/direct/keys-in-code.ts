/** A key to a hosted database, as it stands in what the browser gets. */
export interface FoundKey {
  /** Never shown. */
  value: string;
  kind: 'public' | 'secret';
  /** `service_role key`, `sb_secret_ key`. */
  name: string;
  /** The project that it belongs to, where it says so. */
  project?: string;
  /** The same for everybody who runs the CLI on their machine. */
  demo: boolean;
  at: number;
}

const JWT = /\beyJ[\w-]{8,200}\.eyJ[\w-]{8,2000}\.[\w-]{20,200}/g;
const NEW_KEY = /\bsb_(publishable|secret)_[\w-]{16,120}/g;
const MOST = 50;

/** The keys in a text. Tokens of people and of other makers are left alone. */
export const keysIn = (text: string): FoundKey[] => {
  const found: FoundKey[] = [];
  for (const hit of text.matchAll(JWT)) {
    const claims = claimsOf(hit[0]);
    const role = claims?.['role'];
    if (role !== 'anon' && role !== 'service_role') continue;
    const ref = claims?.['ref'];
    found.push({
      value: hit[0],
      kind: role === 'anon' ? 'public' : 'secret',
      name: `${role} key`,
      ...(typeof ref === 'string' && /^[a-z0-9]{8,40}$/.test(ref) ? { project: ref } : {}),
      demo: claims?.['iss'] === 'supabase-demo',
      at: hit.index,
    });
    if (found.length >= MOST) break;
  }
  for (const hit of text.matchAll(NEW_KEY)) {
    const kind = hit[1] === 'secret' ? 'secret' : 'public';
    found.push({ value: hit[0], kind, name: `sb_${hit[1]}_ key`, demo: false, at: hit.index });
    if (found.length >= 2 * MOST) break;
  }
  return found;
};

export const claimsOf = (token: string): Record<string, unknown> | null => {
  try {
    const value = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};
