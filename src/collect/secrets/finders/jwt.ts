import type { Hit } from '../detect/hit.ts';
import { NEAR } from '../detect/near.ts';
import { assignedName } from './assignment.ts';
import type { Finder } from './finder.ts';

const TOKEN = /^eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,6000}\.[A-Za-z0-9_-]{20,1400}(?![A-Za-z0-9_-])/;
const BODY_LIMIT = 9500;
const HEADER_LIMIT = 2004;

/** JSON web tokens are decoded, not just matched: what they are depends on their claims. */
export const jwtFinder: Finder = {
  anchors: ['eyJ'],
  find(text, start, _end, _anchor, emit) {
    if (text.bytes[start] !== 0x65 || text.bytes[start + 2] !== 0x4a) return;
    text.lookedFar ||= isLong(text.bytes, start);
    if (!headerEnds(text.bytes, start)) return;
    const token = TOKEN.exec(text.slice(start, start + BODY_LIMIT))?.[0];
    if (token === undefined) return;
    const [header, payload] = token.split('.').slice(0, 2).map(decode);
    if (header == null || payload == null || typeof header['alg'] !== 'string') return;
    const name = assignedName(text, start);
    const judged = asSigned(judge(payload), header['alg'], token.length - token.lastIndexOf('.') - 1);
    emit({
      ...judged,
      start,
      end: start + token.length,
      value: token,
      ...(name === undefined ? {} : { name }),
      // A token that says nothing of who made it leaves that to the name it is given to.
      rank: judged.rule === 'jwt' ? 1 : 2,
    });
  },
};

/** What a token may consist of, for so long that its end is far. */
const isLong = (bytes: Buffer, start: number): boolean => {
  for (let i = start; i < start + NEAR.after; i++) if (bytes[i] !== DOT && !inToken(bytes[i] ?? 0)) return false;
  return true;
};

const DOT = 0x2e;

const inToken = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 45 || byte === 95;

/** Stretches lately found to hold no dot: in a long run of base64 every `eyJ` would be followed to its end. */
const barren: { bytes: Buffer; from: number; to: number }[] = [];
const RECENT = 8;

const headerEnds = (bytes: Buffer, start: number): boolean => {
  if (barren.some((stretch) => stretch.bytes === bytes && start >= stretch.from && start + HEADER_LIMIT <= stretch.to))
    return false;
  const limit = Math.min(bytes.length, start + HEADER_LIMIT * 4);
  for (let i = start; i < limit; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === DOT) return i - start < HEADER_LIMIT;
    if (!inToken(byte)) return false;
  }
  barren.push({ bytes, from: start, to: limit });
  if (barren.length > RECENT) barren.shift();
  return false;
};

type Claims = Record<string, unknown>;

const decode = (part: string): Claims | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Claims) : null;
  } catch {
    return null;
  }
};

type Judgement = Omit<Hit, 'start' | 'end' | 'value' | 'name' | 'rank'>;

const SIGNATURE_LENGTHS: Readonly<Record<string, number>> = { HS256: 43, HS384: 64, HS512: 86 };

/**
 * A signature of another length than its algorithm makes was cut, or made up by an assistant that wrote an example: no server
 * takes the token. A person still has to look, because the rest of it may stand on the next line.
 */
const asSigned = (judged: Judgement, algorithm: string, length: number): Judgement => {
  const right = SIGNATURE_LENGTHS[algorithm];
  if (judged.verdict !== 'secret' || right === undefined || right === length) return judged;
  return { ...judged, ruleName: `${judged.ruleName} with a broken signature`, confidence: 'low' };
};

const SUPABASE_ROTATION = {
  kind: 'cascade',
  at: 'https://supabase.com/dashboard/project/_/settings/api-keys',
  notes: [
    'Move to the new sb_secret_ and sb_publishable_ keys first: they can be replaced one at a time.',
    'Rotating the legacy JWT secret ends the anon key, the service_role key and every session at once: deploy new values in the same minute.',
  ],
} as const;

const judge = (claims: Claims): Judgement => {
  const issuer = short(claims['iss']);
  const role = short(claims['role']);
  const facts: Record<string, string> = {};
  if (issuer !== '') facts['issuer'] = issuer;
  if (role !== '') facts['role'] = role;
  const project = short(claims['ref']);
  if (project !== '') facts['project'] = project;
  if (typeof claims['exp'] === 'number' && claims['exp'] < 8e12)
    facts['expires'] = new Date(claims['exp'] * 1000).toISOString();
  const supabase = {
    provider: 'supabase',
    providerName: 'Supabase',
    rotation: SUPABASE_ROTATION,
    testMode: false,
    facts,
  };
  if (issuer === 'supabase-demo' || isSample(claims)) {
    return {
      ...supabase,
      rule: 'jwt-sample',
      ruleName: 'Sample JWT',
      verdict: 'placeholder',
      confidence: 'high',
      power: 'limited',
      impact: 'Nothing: it is printed in documentation.',
    };
  }
  if (role === 'service_role') {
    return {
      ...supabase,
      rule: 'supabase-service-role-key',
      ruleName: 'Supabase service_role key',
      verdict: 'secret',
      confidence: 'high',
      power: 'data',
      impact: 'Read, change and delete every row of every table: it passes over all row-level security.',
    };
  }
  if (role === 'anon' && (issuer === 'supabase' || project !== '')) {
    return {
      ...supabase,
      rule: 'supabase-anon-key',
      ruleName: 'Supabase anon key',
      verdict: 'public',
      confidence: 'high',
      power: 'limited',
      impact: 'Nothing beyond what row-level security lets anybody do.',
    };
  }
  return {
    rule: 'jwt',
    ruleName: 'JSON web token',
    provider: 'generic',
    providerName: 'your own app',
    verdict: 'secret',
    confidence: longLived(claims) ? 'medium' : 'low',
    power: 'identity',
    testMode: false,
    impact: 'Act as the user or service it was issued to, until it expires.',
    rotation: {
      kind: 'instant',
      at: 'https://datatracker.ietf.org/doc/html/rfc8725',
      notes: ['End the session it belongs to; if it has no expiry, change the signing key.'],
    },
    facts,
  };
};

const short = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 80) : '');

/** The token of jwt.io and its relatives. */
const isSample = (claims: Claims): boolean =>
  claims['sub'] === '1234567890' || /^(?:John|Jane) Doe$/.test(short(claims['name']));

/** A session token dies by itself within days; what lives longer than a quarter is a key. */
const longLived = (claims: Claims): boolean => {
  const { exp, iat } = claims;
  if (typeof exp !== 'number') return true;
  return typeof iat === 'number' && exp - iat > 90 * 86_400;
};
