import type { GoodAnswer } from '../contract/send.ts';
import { settingsInText } from './settings-in.ts';

export interface FileSight {
  /** Begins "… is served: ". */
  says: string;
  /** Tells what the app is made of, and no more. */
  harmless: boolean;
}

export interface ServedFile {
  paths: readonly string[];
  recognise(answer: GoodAnswer): FileSight | null;
}

const isHtml = ({ text }: GoodAnswer): boolean => /^\s*<(?:!doctype|html|head|body)/i.test(text.slice(0, 500));
const starts = ({ body }: GoodAnswer, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => body[at] === byte);

const by =
  (says: string, harmless: boolean, ...patterns: readonly RegExp[]) =>
  (answer: GoodAnswer): FileSight | null =>
    !isHtml(answer) && patterns.every((pattern) => pattern.test(answer.text.slice(0, 100_000)))
      ? { says, harmless }
      : null;

const env = (answer: GoodAnswer): FileSight | null => {
  const found = answer.json === undefined ? settingsInText(answer.text) : null;
  if (found === null) return null;
  const named = found.secrets.length > 0 ? `, ${found.secrets.slice(0, 5).join(', ')} in the clear` : '';
  return { says: `${found.names.length} variables of the server${named}`, harmless: false };
};

const manifest = ({ json }: GoodAnswer): FileSight | null => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const known = ['dependencies', 'devDependencies', 'scripts', 'require', 'autoload'].filter((name) => name in json);
  return known.length >= 1 && ('name' in json || known.length >= 2)
    ? { says: 'what the app is built with', harmless: true }
    : null;
};

const archive = (answer: GoodAnswer): FileSight | null =>
  starts(answer, 0x50, 0x4b, 0x03, 0x04) || starts(answer, 0x1f, 0x8b, 0x08)
    ? { says: 'an archive', harmless: false }
    : null;

const compose = (answer: GoodAnswer): FileSight | null => {
  const found = by('how the app is run', true, /^services:\s*$/m, /^\s+(?:image|build):/m)(answer);
  return found === null
    ? null
    : { ...found, harmless: !/(?:password|secret|token)\w*\s*[:=]\s*["']?[^\s"'${]{4,}/i.test(answer.text) };
};

/** Files that scanners ask every new site for; worst first. */
export const FILES: readonly ServedFile[] = [
  {
    paths: [
      '/.env',
      '/.env.production',
      '/.env.local',
      '/.env.prod',
      '/.env.bak',
      '/.env.old',
      '/.env.backup',
      '/api/.env',
      '/config/.env',
    ],
    recognise: env,
  },
  {
    paths: ['/backup.sql', '/dump.sql', '/database.sql', '/db.sql'],
    recognise: by(
      'a dump of the database',
      false,
      /^(?:-- |CREATE TABLE|INSERT INTO|COPY [\w."]+ \()/im,
      /(?:CREATE TABLE|INSERT INTO|COPY [\w."]+ \()/i,
    ),
  },
  {
    paths: ['/db.sqlite', '/database.sqlite', '/db.sqlite3', '/data.db'],
    recognise: by('a database', false, /^SQLite format 3/),
  },
  { paths: ['/backup.zip', '/backup.tar.gz', '/site.zip', '/www.zip'], recognise: archive },
  {
    paths: ['/.git/HEAD'],
    recognise: by(
      'the repository, from which its whole history can be rebuilt',
      false,
      /^(?:ref: refs\/[\w./-]+|[0-9a-f]{40,64})\s*$/,
    ),
  },
  {
    paths: ['/.git/config'],
    recognise: by('the settings of the repository', false, /^\[core\]/m, /repositoryformatversion/),
  },
  {
    paths: ['/.ssh/id_rsa', '/id_rsa', '/server.key', '/private.key', '/key.pem'],
    recognise: by('a private key', false, /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/),
  },
  { paths: ['/.aws/credentials'], recognise: by('keys of AWS', false, /aws_secret_access_key\s*=/i) },
  { paths: ['/.npmrc'], recognise: by('a token of the registry', false, /_auth(?:Token)?\s*=\s*\S+/) },
  { paths: ['/.htpasswd'], recognise: by('password hashes', false, /^[\w.@-]+:(?:\$apr1\$|\{SHA\}|\$2[aby]\$)/m) },
  {
    paths: ['/wp-config.php.bak', '/wp-config.php~'],
    recognise: by('the settings of WordPress', false, /DB_PASSWORD/),
  },
  { paths: ['/.svn/wc.db'], recognise: by('the repository', false, /^SQLite format 3/) },
  { paths: ['/docker-compose.yml', '/docker-compose.yaml'], recognise: compose },
  {
    paths: ['/Dockerfile'],
    recognise: by('how the app is built', true, /^FROM \S+/m, /^(?:RUN|CMD|COPY|ENTRYPOINT) /m),
  },
  { paths: ['/package.json', '/composer.json'], recognise: manifest },
  {
    paths: ['/.DS_Store'],
    recognise: (answer) =>
      starts(answer, 0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31)
        ? { says: 'the names of the files beside it', harmless: true }
        : null,
  },
];

const SERVER =
  /(?:require\(|\bfrom\s+)["'](?:node:\w+|express|fastify|koa|hono|@nestjs\/\w+|pg|mysql2?|mongoose|drizzle-orm[\w/-]*|@prisma\/client|sequelize|stripe|nodemailer|jsonwebtoken|jose|bcrypt(?:js)?|argon2|\.{1,2}\/[\w./-]+)["']/;

/** Source of the server that a served package.json leads to. */
export const sourcesNamed = (json: unknown): string[] => {
  if (typeof json !== 'object' || json === null) return [];
  const { main, scripts } = json as { main?: unknown; scripts?: unknown };
  const commands =
    typeof scripts === 'object' && scripts !== null
      ? Object.values(scripts).filter((one): one is string => typeof one === 'string')
      : [];
  const named = [
    ...(typeof main === 'string' ? [main] : []),
    ...commands.slice(0, 40).flatMap((command) => command.slice(0, 500).match(/[\w./-]{1,120}\.[cm]?[jt]s\b/g) ?? []),
  ];
  const usual = ['src/server.ts', 'src/index.ts', 'src/app.ts', 'server.js', 'src/index.js'];
  return [...new Set([...named, ...usual].map((path) => `/${path.replace(/^(?:\.?\/)+/, '')}`))]
    .filter((path) => !path.includes('..'))
    .slice(0, 8);
};

export const sourceFile: ServedFile = { paths: [], recognise: by('source of the server', false, SERVER) };
