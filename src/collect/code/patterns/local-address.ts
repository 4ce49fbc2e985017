import { hostOf, isLocal } from '../../hosting/pointing.ts';
import { runsInApp } from '../../env/runs-in-app.ts';
import type { Expr } from '../ir.ts';
import { pathOf } from '../program/ref.ts';
import { expressionsIn, textOf, within } from '../visit.ts';
import { lastName, textBehind, type Written } from './text-behind.ts';
import type { PatternFinder, Spot } from './spot.ts';

/** What asks the address that it is given first. */
const ASKS =
  /^(?:(?:globalThis\.|window\.)?(?:fetch|\$fetch|WebSocket\(?\)?|EventSource\(?\)?|open)|(?:axios|ky|got|superagent|ofetch)(?:[:.](?:default|get|post|put|patch|delete|head|request|ofetch|got))?|socket\.io-client(?::io|:connect|:default)?|navigator\.sendBeacon|graphql-request(?::GraphQLClient|:request)|mongoose(?::connect)?(?:\.connect)?|mongodb:MongoClient|ioredis(?::Redis)?|sequelize:Sequelize)$/;
/** The last name of all of these; of a default import anything may be the name, and such calls are told by their verb. */
const MAY_ASK =
  /^(?:\$?fetch|ofetch|axios|ky|got|superagent|http|api|get|post|put|patch|delete|head|request|io|connect|open|sendBeacon|create\w*|extend|postgres|knex|sql|[A-Z]\w*)$/;
/** What takes the address as one of its options. */
const IS_TOLD =
  /^(?:axios[:.]create|ky[:.](?:create|extend)|@apollo\/client(?:\/\w+)?:(?:ApolloClient|HttpLink|createHttpLink)|@trpc\/client:\w+|@reduxjs\/toolkit\/query(?:\/react)?:fetchBaseQuery|better-auth\/\w+:createAuthClient|urql:\w+|@urql\/core:\w+|pg:(?:Pool|Client)|postgres|redis:createClient|typeorm:DataSource|knex|mysql2?(?:\/promise)?:create(?:Connection|Pool)|sequelize:Sequelize)$/;
const OPTIONS = ['baseURL', 'baseUrl', 'prefixUrl', 'uri', 'url', 'connectionString', 'host'];
/** Where people are sent back to: into a mail, or by a payment or log-in provider. */
const SENDS_TO =
  /^(?:success_url|cancel_url|return_url|refresh_url|redirectTo|emailRedirectTo|redirect_uri|redirectU(?:rl|RL)|callbackU(?:rl|RL))$/;
const LINK = /\b(?:href|src|action)=["'](https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?)/;
/** What runs on the developer's own machine, or stands in for something. */
const AT_HOME =
  /(?:^|[/._-])(?:cli|agent|desktop|electron|tauri|extension|dev|mocks?|local|debug|sandbox|playground|storybook|stubs?|legacy)(?:[/._-]|$)/i;
const STAGE =
  /NODE_ENV|VERCEL_ENV|APP_ENV|^(?:is|IS)_?(?:dev|prod|local|test)|^(?:DEV|PROD|__DEV__|development|production|localhost)$/i;

/** An address of this very machine that the running app asks, or sends people to, and that no variable can change. */
export const localAddress: PatternFinder = (spot) => {
  const found = addressIn(spot);
  if (found === undefined || [spot.m.path, found.m.path].some((path) => AT_HOME.test(path) || !runsInApp(path)))
    return undefined;
  if (asksForStage(spot) || asksForStage({ ...spot, m: found.m, fn: found.fn })) return undefined;
  return { kind: 'local-address', what: found.text.slice(0, 100), at: { path: found.m.path, line: found.line } };
};

const addressIn = (spot: Spot): Written | undefined => {
  for (const e of candidatesOf(spot)) {
    const found = textBehind(spot, e);
    if (found !== undefined && leadsHere(found)) return found;
  }
  return linkIn(spot);
};

const candidatesOf = ({ program, m, fn, e }: Spot): readonly Expr[] => {
  if (e.k === 'jsx')
    return /^(?:a|form|img|iframe|Link|Image)$/.test(e.n)
      ? e.props.filter(({ n }) => n === 'href' || n === 'src' || n === 'action').map(({ v }) => v)
      : [];
  if (e.k === 'obj') return e.props.filter(({ n }) => typeof n === 'string' && SENDS_TO.test(n)).map(({ v }) => v);
  if (e.k === 'assign') return e.op === '=' && 'k' in e.l && isSet(e.l) ? [e.r] : [];
  if (e.k !== 'call' || !MAY_ASK.test(lastName(e.f)) || !e.a.some(mayBeAddress)) return [];
  const path = pathOf(program.resolve(m, fn, e.f)) ?? '';
  const [first] = e.a;
  const told = e.a
    .flatMap((one) => (one.k === 'obj' ? one.props : []))
    .filter(({ n }) => typeof n === 'string' && OPTIONS.includes(n));
  return [
    ...(ASKS.test(path) && first !== undefined ? [first] : []),
    ...(IS_TOLD.test(path) || ASKS.test(path) ? told.map(({ v }) => v) : []),
  ];
};

/** Asked before names are followed, which takes time. */
const mayBeAddress = (e: Expr): boolean =>
  e.k === 'lit' || e.k === 'tpl'
    ? /^$|^[a-z+]+:\/\/|^localhost|^127\./.test((e.k === 'tpl' ? e.texts[0] : textOf(e)) ?? '-')
    : e.k === 'obj'
      ? e.props.some(({ n }) => typeof n === 'string' && OPTIONS.includes(n))
      : e.k === 'id' || e.k === 'mem' || e.k === 'bin' || (e.k === 'call' && e.isNew === true);

/** `axios.defaults.baseURL`, `location.href`. */
const isSet = (e: Expr): boolean =>
  e.k === 'mem' &&
  ((e.p === 'baseURL' && e.o.k === 'mem' && e.o.p === 'defaults') ||
    (e.p === 'href' && (e.o.k === 'id' ? e.o.n === 'location' : e.o.k === 'mem' && e.o.p === 'location')));

/** A whole address with its port written out; `http://localhost:${port}` is a neighbour that this program started itself. */
const leadsHere = ({ text, goesOn }: Written): boolean => {
  if (goesOn && /:$/.test(text)) return false;
  const host = hostOf(text);
  return host !== undefined && isLocal(host) && (/^[a-z+]+:\/\//.test(text) || text === host);
};

/** HTML that is put together in code: mails, mostly. */
const linkIn = ({ m, fn, e }: Spot): Written | undefined => {
  const texts = e.k === 'tpl' ? e.texts : e.k === 'lit' && typeof e.v === 'string' ? [e.v] : [];
  const text = texts.map((one) => LINK.exec(one)?.[1]).find((one) => one !== undefined);
  return text === undefined ? undefined : { m, fn, text, line: e.at, goesOn: false };
};

/** Whether the code around looks at which environment it runs in; what it does then is not followed. */
const asksForStage = ({ m, fn }: Pick<Spot, 'm' | 'fn'>): boolean => {
  for (const e of expressionsIn(fn === undefined ? m.body : fn.body)) if (namesStage(e)) return true;
  return false;
};

const namesStage = (e: Expr): boolean =>
  e.k === 'mem'
    ? typeof e.p === 'string' && STAGE.test(e.p)
    : e.k === 'id'
      ? STAGE.test(e.n)
      : e.k === 'lit'
        ? typeof e.v === 'string' && STAGE.test(e.v)
        : (e.k === 'cond' || e.k === 'bin') && [...within(e)].some((one) => one !== e && textOf(one) === 'localhost');
