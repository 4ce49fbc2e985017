import type { Power } from '../../../model/evidence/secrets.ts';
import { isPlaceholder } from '../detect/placeholder.ts';
import { rarity } from '../detect/rarity.ts';
import type { Finder } from './finder.ts';
import { homeOf, manualOf } from './server-hosts.ts';

const LONGEST = 400;
const SCHEMES: Readonly<Record<string, { name: string; power: Power }>> = {
  postgres: { name: 'PostgreSQL', power: 'data' },
  postgresql: { name: 'PostgreSQL', power: 'data' },
  mysql: { name: 'MySQL', power: 'data' },
  mysql2: { name: 'MySQL', power: 'data' },
  mariadb: { name: 'MariaDB', power: 'data' },
  mongodb: { name: 'MongoDB', power: 'data' },
  'mongodb+srv': { name: 'MongoDB', power: 'data' },
  redis: { name: 'Redis', power: 'data' },
  rediss: { name: 'Redis', power: 'data' },
  valkey: { name: 'Valkey', power: 'data' },
  amqp: { name: 'AMQP', power: 'data' },
  amqps: { name: 'AMQP', power: 'data' },
  mssql: { name: 'SQL Server', power: 'data' },
  sqlserver: { name: 'SQL Server', power: 'data' },
  cockroachdb: { name: 'CockroachDB', power: 'data' },
  clickhouse: { name: 'ClickHouse', power: 'data' },
  couchdb: { name: 'CouchDB', power: 'data' },
  neo4j: { name: 'Neo4j', power: 'data' },
  'neo4j+s': { name: 'Neo4j', power: 'data' },
  bolt: { name: 'Neo4j', power: 'data' },
  nats: { name: 'NATS', power: 'data' },
  smtp: { name: 'SMTP', power: 'messages' },
  smtps: { name: 'SMTP', power: 'messages' },
  ftp: { name: 'FTP', power: 'infrastructure' },
  sftp: { name: 'SFTP', power: 'infrastructure' },
  ssh: { name: 'SSH', power: 'infrastructure' },
  ldap: { name: 'LDAP', power: 'identity' },
  ldaps: { name: 'LDAP', power: 'identity' },
  http: { name: 'HTTP', power: 'limited' },
  https: { name: 'HTTPS', power: 'limited' },
};

const AUTHORITY = /^([^\s"'`<>@/:?#\\]{0,120}):([^\s"'`<>@/\\]{1,200})@([A-Za-z0-9_.[\]:-]{1,253})/;

/** Passwords in addresses: `scheme://user:password@host`. */
export const connectionStringFinder: Finder = {
  anchors: ['://'],
  find(text, start, end, _anchor, emit) {
    if (!hasUserInfo(text.bytes, end)) return;
    const scheme = /[a-z][a-z0-9+]{1,23}$/i.exec(text.slice(start - 24, start))?.[0].toLowerCase() ?? '';
    const base = scheme.replace(/^jdbc:/, '').replace(/\+(?:asyncpg|psycopg2?|pymysql|aiomysql|mysqldb|pg8000)$/, '');
    const known = SCHEMES[base];
    if (known === undefined) return;
    const match = AUTHORITY.exec(text.slice(end, end + LONGEST));
    if (match === null) return;
    const [whole, user = '', password = '', host = ''] = match;
    const verdict = judge(base, user, password, host);
    if (verdict === null) return;
    const from = end + user.length + 1;
    const web = known.power === 'limited';
    const home = known.power === 'data' ? homeOf(host) : undefined;
    const manual = home?.at ?? manualOf(known.name);
    // An address that its host made up for one database is pasted, not invented, wherever it stands.
    const hosted = home !== undefined && verdict === 'high' && looksTelling(password);
    emit({
      rule: web ? 'basic-auth-url' : hosted ? 'database-url' : 'connection-string',
      ruleName: web ? 'Password in a web address' : `${known.name} connection string`,
      provider: 'connection-string',
      providerName: home?.name ?? (manual === undefined ? 'whatever accepts it' : `the ${known.name} server`),
      verdict: 'secret',
      confidence: verdict,
      power: known.power,
      testMode: false,
      impact:
        known.power === 'data'
          ? `Log in to the ${known.name} server and read or change all that this user may.`
          : `Log in to ${known.name} as this user.`,
      rotation: {
        kind: 'instant',
        at: manual ?? 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
        ...(web ? {} : { notes: ['Close the server to addresses that have no business with it.'] }),
      },
      start: from,
      end: end + whole.length - host.length - 1,
      value: password,
      facts: { host: host.slice(0, 120), user: user.slice(0, 60) },
      rank: 2,
    });
  },
};

/** Quick look before any pattern: a `:` and then an `@` before the authority ends. Most addresses have neither. */
const hasUserInfo = (bytes: Buffer, from: number): boolean => {
  let colon = false;
  for (let i = from; i < from + LONGEST && i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === 0x40) return colon;
    if (byte === 0x3a) colon = true;
    else if (
      byte === 0x22 ||
      byte === 0x27 ||
      byte === 0x60 ||
      byte === undefined ||
      byte <= 0x20 ||
      byte === 0x3c ||
      byte === 0x3e
    )
      return false;
    else if (byte === 0x2f) return false;
  }
  return false;
};

const LOCAL_HOST =
  /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|host\.docker\.internal)|^[a-z0-9_-]+(?::\d+)?$|\.(?:local|test|example|invalid|localhost|internal|svc|lan)(?::\d+)?$|(?:^|\.)(?:example\.(?:com|org|net)|(?:your|my)[\w-]*\.\w+|domain\.com|host\.com|server\.com|hostname\.\w+|foo\.\w+|bar\.com)(?::\d+)?$/i;
const WEAK_PASSWORD =
  /^(?:pass(?:word|wd)?|pw|pwd|secret|admin|root|user|test|postgres|mysql|mongo|redis|guest|rabbitmq|dev|local|changeme|example|docker|default|db|app|token|key|hunter2|letmein|qwerty)?[\d!@#_-]{0,6}$/i;

/** How sure it is that a real password stands there; null when it surely does not. */
const judge = (scheme: string, user: string, password: string, host: string): 'high' | 'low' | null => {
  if (/[${}<>%*()]/.test(password.replace(/%[0-9a-f]{2}/gi, '')) || /^\[.*\]$|^:|^\.\.\./.test(password)) return null;
  if (user.includes('[') || /\[(?![\da-f:]+\])/i.test(host)) return null;
  if (isPlaceholder(password) || password.toLowerCase() === user.toLowerCase()) return null;
  if (/^(?:x-access-token|oauth2|username|user)$/i.test(user) && WEAK_PASSWORD.test(password)) return null;
  if (WEAK_PASSWORD.test(password)) return LOCAL_HOST.test(host) || scheme.startsWith('http') ? null : 'low';
  if (LOCAL_HOST.test(host)) return /^(?:localhost|127\.)/.test(host) || password.length < 12 ? null : 'low';
  if (scheme.startsWith('http')) return looksTelling(password) ? 'high' : 'low';
  return password.length >= 6 ? 'high' : 'low';
};

/** Web addresses with a password stand in many a test and manual: there it must look like one. */
const looksTelling = (password: string): boolean => {
  const plain = password.replace(/%[0-9a-f]{2}/gi, '');
  return plain.length >= 8 && /\d/.test(plain) && rarity(plain) >= 4.5;
};
