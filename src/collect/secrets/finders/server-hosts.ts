import { isPlaceholder } from '../detect/placeholder.ts';

interface Home {
  name: string;
  /** Group 1, where there is one, is what the host made up for this one database. */
  host: RegExp;
  /** The page where its password is replaced. */
  at: string;
}

/** Hosts of databases by the addresses that they give out; from their own documentation. */
const HOMES: readonly Home[] = [
  {
    name: 'Supabase',
    host: /^db\.([a-z]{20})\.supabase\.(?:co|com)\b|\.pooler\.supabase\.com\b/,
    at: 'https://supabase.com/dashboard/project/_/database/settings',
  },
  {
    name: 'Neon',
    host: /^ep-[a-z]+-[a-z]+-([a-z0-9]{6,12})(?:-pooler)?\.[\w.-]*neon\.tech\b/,
    at: 'https://console.neon.tech/app/projects',
  },
  { name: 'MongoDB Atlas', host: /\.([a-z0-9]{5,8})\.mongodb\.net\b/, at: 'https://cloud.mongodb.com' },
  { name: 'Render', host: /^dpg-([a-z0-9]{20})-a\b/, at: 'https://dashboard.render.com' },
  { name: 'Railway', host: /\.(?:proxy\.rlwy\.net|railway\.app)\b/, at: 'https://railway.com/dashboard' },
  {
    name: 'Amazon RDS',
    host: /\.([a-z0-9]{12})\.[a-z]{2}-[a-z]+-\d\.rds\.amazonaws\.com\b/,
    at: 'https://console.aws.amazon.com/rds/home',
  },
  {
    name: 'DigitalOcean',
    host: /-do-user-(\d+)-\d+\.[\w.]*db\.ondigitalocean\.com\b/,
    at: 'https://cloud.digitalocean.com/databases',
  },
  { name: 'Aiven', host: /\.aivencloud\.com\b/, at: 'https://console.aiven.io' },
];

/** The company that runs the database of this address; undefined for any server, and for an address made up for a manual. */
export const homeOf = (host: string): Home | undefined => {
  for (const home of HOMES) {
    const found = home.host.exec(host.toLowerCase());
    if (found !== null) return found[1] !== undefined && isPlaceholder(found[1]) ? undefined : home;
  }
  return undefined;
};

const MANUALS: Readonly<Record<string, string>> = {
  PostgreSQL: 'https://www.postgresql.org/docs/current/sql-alterrole.html',
  CockroachDB: 'https://www.cockroachlabs.com/docs/stable/alter-user',
  MySQL: 'https://dev.mysql.com/doc/refman/8.4/en/alter-user.html',
  MariaDB: 'https://mariadb.com/kb/en/alter-user/',
  MongoDB: 'https://www.mongodb.com/docs/manual/reference/method/db.changeUserPassword/',
  Redis: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/',
  Valkey: 'https://valkey.io/topics/acl/',
  AMQP: 'https://www.rabbitmq.com/docs/access-control',
  'SQL Server': 'https://learn.microsoft.com/sql/t-sql/statements/alter-login-transact-sql',
  ClickHouse: 'https://clickhouse.com/docs/sql-reference/statements/alter/user',
  Neo4j: 'https://neo4j.com/docs/operations-manual/current/authentication-authorization/manage-users/',
};

/** How a password is replaced on a server of one's own, where there is one manual for it. */
export const manualOf = (server: string): string | undefined => MANUALS[server];
