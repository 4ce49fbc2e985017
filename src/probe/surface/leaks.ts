/** What in an error tells of the inside of the app. */
export interface Leak {
  kind: 'a stack trace' | 'a debug page' | 'a database error' | 'a file path';
  /** `Node.js`, `PostgreSQL`. */
  of: string;
  /** A short piece of it. */
  piece: string;
}

type Row = readonly [kind: Leak['kind'], of: string, pattern: RegExp];

/** A line break as it stands in text, in JSON or in HTML. */
const BREAK = String.raw`(?:\\n|\n|<br\s*/?>|&#10;)`;
const AT = new RegExp(
  String.raw`(?:${BREAK}|^)(?:\s|&nbsp;)*at (?:async )?(?:[^\n\\()]{0,200}\()?(?:file:///|node:|/|[A-Za-z]:(?:\\\\?|/)|webpack-internal:)[^\s"'<>()]{1,300}:\d{1,6}:\d{1,6}`,
);

/** Precise marks of what runtimes, frameworks and databases print. A word like "error" is none of them. */
const ROWS: readonly Row[] = [
  ['a debug page', 'Django', /You.re seeing this error because you have <code>DEBUG = True<\/code>/],
  [
    'a debug page',
    'Werkzeug',
    /(?:The debugger caught an exception in your WSGI application|Werkzeug (?:powered traceback|Debugger))/,
  ],
  [
    'a debug page',
    'Laravel',
    /(?:window\.ignite\s*=|<title>[^<]{0,200}Whoops|facade\\+ignition|Illuminate\\\\?[A-Z]\w+\\\\?[^\s"]{1,100}Exception)/,
  ],
  ['a debug page', 'Rails', /(?:Action Controller: Exception caught|<h2[^>]{0,100}>Full Trace)/],
  [
    'a debug page',
    'ASP.NET',
    /(?:<title>Internal Server Error<\/title>[\s\S]{0,3000}stackpage|Server Error in '[^']{0,100}' Application)/,
  ],
  ['a debug page', 'Next.js', /data-nextjs-dialog|__NEXT_DATA__[^<]{0,2000}"err":\{"name"/],
  ['a debug page', 'Symfony', /<title>[^<]{0,300}\(\d{3} [\w ]{1,40}\)<\/title>[\s\S]{0,4000}sf-/],
  ['a stack trace', 'Node.js', AT],
  [
    'a stack trace',
    'Python',
    /Traceback \(most recent call last\)|File (?:\\?"|&quot;)(?:\/|[A-Z]:)[^"&\n]{1,300}\.py(?:\\?"|&quot;), line \d+/,
  ],
  [
    'a stack trace',
    'Java',
    /(?:\s|\\t|&nbsp;)at [a-z][\w$]*(?:\.[\w$<>]+){2,20}\((?:[\w$]+\.(?:java|kt|scala|groovy):\d+|Native Method|Unknown Source)\)/,
  ],
  [
    'a stack trace',
    'PHP',
    /(?:Fatal error|Parse error|Uncaught [\w\\]+)[^\n]{0,400}? in (?:<b>)?\/[^\s<:]{1,300}\.php(?:<\/b>)?(?: on line |:)(?:<b>)?\d+|#\d+ \/[^\s(]{1,300}\.php\(\d+\):/,
  ],
  ['a stack trace', 'Ruby', /(?:\/|app\/)[\w./-]{1,300}\.rb:\d+:in [`'][\w !?<>=#:.]{1,100}'/],
  ['a stack trace', 'Go', /goroutine \d+ \[running\]:|\/[\w./-]{1,200}\.go:\d+ \+0x[0-9a-f]+/],
  [
    'a stack trace',
    '.NET',
    /(?:\s|\\n)at [A-Z]\w*(?:\.[\w<>`]+){1,20}\([^)\n]{0,300}\) in [^\n:]{1,3}:?[^\n:]{1,300}:line \d+|System\.(?:NullReference|InvalidOperation|Argument\w*)Exception:/,
  ],
  ['a stack trace', 'Rust', /thread '[^'\n]{1,100}' panicked at/],
  [
    'a stack trace',
    'Elixir',
    /\*\* \((?:[A-Z]\w+\.)*[A-Z]\w+Error\)|\([\w-]{1,60} \d+\.\d+\.\d+\) lib\/[\w./-]{1,200}\.ex:\d+/,
  ],
  [
    'a database error',
    'PostgreSQL',
    /syntax error at or near \\?"|invalid input syntax for (?:type )?\w+: \\?"|(?:relation|column) \\?"?[\w.]{1,100}\\?"? does not exist|violates (?:not-null|foreign key|unique|check) constraint|PSQLException|value out of range for type/,
  ],
  [
    'a database error',
    'MySQL',
    /You have an error in your SQL syntax|ER_[A-Z]{3,}_[A-Z_]{3,60}|Duplicate entry '[^'\n]{0,200}' for key|Unknown column '[^'\n]{1,100}' in/,
  ],
  [
    'a database error',
    'SQLite',
    /SQLITE_(?:ERROR|CONSTRAINT|MISMATCH|RANGE|BUSY)|(?:no such (?:column|table): \w+)|near \\?"[^"\n]{1,60}\\?": syntax error|sqlite3\.\w*Error/,
  ],
  [
    'a database error',
    'SQL Server',
    /Unclosed quotation mark after the character string|Microsoft OLE DB|SqlException: /,
  ],
  ['a database error', 'Oracle', /\bORA-\d{5}\b/],
  ['a database error', 'SQL', /SQLSTATE\[\w{5}\]|Failed query: (?:select|insert|update|delete|with)\b/i],
  ['a database error', 'Prisma', /PrismaClient\w{0,40}Error|Invalid `(?:prisma\.)?[^`\n]{1,100}` invocation/],
  [
    'a database error',
    'an ORM',
    /QueryFailedError|Sequelize\w{0,40}Error|DrizzleQueryError|sqlalchemy\.exc\.|ActiveRecord::\w{1,60}|org\.hibernate\.|django\.db\.utils\./,
  ],
  [
    'a database error',
    'MongoDB',
    /MongoServerError|MongooseError|Cast to \w{1,40} failed for value|E11000 duplicate key error/,
  ],
  [
    'a file path',
    'the server',
    /(?<![\w:/.])\/(?:usr|home|var|app|srv|opt|Users|root|workspace|code)\/(?:[\w.@-]{1,80}\/){0,20}[\w.@-]{1,80}\.(?:[cm]?[jt]sx?|py|rb|php|java|go|rs|exs?|cs)\b|[A-Z]:\\{1,2}(?:[\w .@-]{1,80}\\{1,2}){1,20}[\w.@-]{1,80}\.(?:[cm]?[jt]s|py|rb|php|cs)\b|\/node_modules\/[\w.@/-]{1,200}\.[cm]?js/,
  ],
];

const LONGEST = 200_000;
const PIECE = 90;

/** The first, most telling leak of a text. */
export const leakIn = (text: string): Leak | null => {
  const start = text.slice(0, LONGEST);
  for (const [kind, of, pattern] of ROWS) {
    const found = pattern.exec(start);
    if (found !== null)
      return {
        kind,
        of,
        piece: found[0]
          .replaceAll(/\\n|\s+/g, ' ')
          .trim()
          .slice(0, PIECE),
      };
  }
  return null;
};
