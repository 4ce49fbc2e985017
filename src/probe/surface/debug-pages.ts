import type { GoodAnswer } from '../contract/send.ts';
import { settingsInJson, settingsInText, type Settings } from './settings-in.ts';

export interface DebugSight {
  /** Ends "shows …". */
  shows: string;
  secret: boolean;
}

export interface DebugPage {
  paths: readonly string[];
  /** For development it is meant to be there. */
  harmlessInDevelopment?: boolean;
  /** By its content; a status says nothing. */
  recognise(answer: GoodAnswer): DebugSight | null;
}

const by =
  (shows: string, ...patterns: readonly RegExp[]) =>
  ({ text }: GoodAnswer): DebugSight | null =>
    patterns.every((pattern) => pattern.test(text.slice(0, 200_000))) ? { shows, secret: false } : null;

const told = ({ names, secrets }: Settings): DebugSight =>
  secrets.length > 0
    ? { shows: `${names.length} settings of the server, ${secrets.slice(0, 5).join(', ')} in the clear`, secret: true }
    : { shows: `${names.length} settings of the server (${names.slice(0, 4).join(', ')})`, secret: false };

/** Four at least, so that a list of two flags for the browser is none. */
const settings = ({ json, text }: GoodAnswer): DebugSight | null => {
  const found = json === undefined ? settingsInText(text) : settingsInJson(json);
  return found !== null && found.names.length >= 4 ? told(found) : null;
};

const actuator = ({ json, text }: GoodAnswer): DebugSight | null => {
  if (typeof json !== 'object' || json === null) return null;
  if ('propertySources' in json) return { shows: 'the environment of a Spring application', secret: false };
  return '_links' in json && /"(?:env|heapdump|beans|configprops|threaddump|loggers|mappings)"/.test(text)
    ? { shows: 'the management endpoints of a Spring application', secret: false }
    : null;
};

/** Pages for the people who build an app. */
export const DEBUG_PAGES: readonly DebugPage[] = [
  {
    paths: [
      '/debug/env',
      '/env',
      '/debug/config',
      '/debug/settings',
      '/api/env',
      '/api/debug/env',
      '/api/debug',
      '/debug',
      '/_debug',
      '/debug/info',
      '/config',
      '/api/config',
      '/environment',
      '/_env',
    ],
    recognise: settings,
  },
  { paths: ['/actuator', '/actuator/env', '/manage/env'], recognise: actuator },
  {
    paths: ['/metrics', '/api/metrics', '/actuator/prometheus'],
    recognise: by('metrics of the process', /^# (?:HELP|TYPE) \w+/m, /^\w+(?:\{[^}\n]{0,500}\})? [\d.eE+-]+\s*$/m),
  },
  {
    paths: ['/debug/pprof/'],
    recognise: by('the profiles of a Go process', /Types of profiles available|\/debug\/pprof\//, /goroutine/),
  },
  { paths: ['/debug/vars'], recognise: by('variables of a Go process', /"cmdline"/, /"memstats"/) },
  { paths: ['/phpinfo.php', '/info.php'], recognise: by('phpinfo()', /phpinfo\(\)|PHP License/, /PHP Version/) },
  { paths: ['/server-status'], recognise: by('what Apache is doing', /Apache Server Status for/) },
  { paths: ['/_profiler'], recognise: by('the profiler of Symfony', /Symfony Profiler/) },
  {
    paths: ['/telescope', '/horizon'],
    recognise: by('a console of Laravel', /<title>[^<]{0,100}(?:Telescope|Horizon)/),
  },
  {
    paths: ['/rails/info/properties', '/rails/info/routes'],
    recognise: by('properties of a Rails application', /Rails version|Helper<\/th>|<h2[^>]*>\s*Routes/),
  },
  { paths: ['/console'], recognise: by('a console that runs Python', /Interactive Console/, /werkzeug/i) },
  {
    paths: ['/admin/queues', '/queues', '/bull-board'],
    recognise: by('a board of the job queues', /<title>[^<]{0,60}(?:Bull|Queue)[^<]{0,60}(?:Dashboard|Board)/i),
  },
  {
    paths: ['/adminer.php', '/adminer'],
    recognise: by('the database console Adminer', /<title>[^<]{0,60}Adminer/, /name=["']?auth\[/),
  },
  { paths: ['/phpmyadmin/'], recognise: by('the database console phpMyAdmin', /<title>[^<]{0,60}phpMyAdmin/i) },
  { paths: ['/h2-console'], recognise: by('the database console of H2', /H2 Console/) },
  { paths: ['/elmah.axd'], recognise: by('the error log of an ASP.NET application', /Error Log for/i) },
  {
    paths: ['/graphiql', '/playground', '/graphql', '/altair', '/voyager'],
    harmlessInDevelopment: true,
    recognise: by(
      'a playground for GraphQL',
      /<html/i,
      /graphiql|GraphQL Playground|embeddable-sandbox|altair-graphql|graphql-voyager/i,
    ),
  },
  {
    paths: ['/@vite/client'],
    harmlessInDevelopment: true,
    recognise: by('the development server of Vite', /HMRContext|createHotContext/),
  },
];
