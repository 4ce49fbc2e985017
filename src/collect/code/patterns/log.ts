import { pathOf } from '../program/ref.ts';
import { isForDevelopers } from './told/developers.ts';
import { isRedacted } from './told/redaction.ts';
import { runsOnServer } from './told/server.ts';
import { SECRETS, type Told } from './told/names.ts';
import { toldBy } from './told/told.ts';
import type { PatternFinder, Spot } from './spot.ts';

const LEVELS =
  /^(?:trace|debug|verbose|silly|info|log|http|success|notice|note|warn|warning|error|fatal|critical|alert|emerg)$/;
/** Not written where the app is in use. */
const QUIET = /^(?:trace|debug|verbose|silly)$/;
const LOGGER = /^_?(?:log|logger|logging)$|[a-z](?:Log|Logger)$|_log(?:ger)?$/i;
const NO_LOGGER = /(?:cata|dia|b|ana|pro|back|epi|audit_?|change_?)log$/i;
const PACKAGES = /^(?:pino|winston|bunyan|consola|log4js|signale|loglevel|tslog)\b/;

/** `console.log`, `logger.info`, `req.log.warn`: how the code calls it; undefined for what is no log. */
const logOf = ({ program, m, fn, e }: Spot): { what: string; isConsole: boolean } | undefined => {
  if (e.k !== 'call' || e.f.k !== 'mem' || typeof e.f.p !== 'string' || !LEVELS.test(e.f.p)) return undefined;
  const { o, p } = e.f;
  const name = o.k === 'id' ? o.n : o.k === 'mem' && typeof o.p === 'string' ? o.p : '';
  if (name === 'console') return { what: `console.${p}`, isConsole: true };
  const isLogger =
    (LOGGER.test(name) && !NO_LOGGER.test(name)) || PACKAGES.test(pathOf(program.resolve(m, fn, o)) ?? '');
  return isLogger ? { what: `${name === '' ? 'log' : name}.${p}`, isConsole: false } : undefined;
};

/** What goes to the log of the server and should not stand there. */
export const toldToLog: PatternFinder = (spot) => {
  const { program, m, fn, e } = spot;
  const log = logOf(spot);
  if (log === undefined || e.k !== 'call' || !runsOnServer(program, m)) return undefined;
  const isQuiet = !log.isConsole && QUIET.test(log.what.split('.').at(-1) ?? '');
  const told = e.a
    .flatMap((one) => toldBy({ program, m, fn }, one))
    .filter((one) => (log.isConsole || !isRedacted(program, one)) && !(isQuiet && !isSecret(one.told)))
    .map((one) => one.told);
  if (told.length === 0 || isForDevelopers(m, fn, e)) return undefined;
  return { kind: 'log', what: log.what, tells: [...new Set(told)], at: { path: m.path, line: e.at } };
};

const isSecret = (told: Told): boolean => SECRETS.some((one) => one === told);
