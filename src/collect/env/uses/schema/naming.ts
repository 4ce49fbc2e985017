const STEM =
  /(?:^|[._-])(?:env|envs|environment|environ)(?:[._-]|$)|(?:^|[a-z])(?:Env|Environment)(?:[A-Z]|$)|^env[A-Z]/;
const SETTINGS =
  /(?:^|[._-])(?:config|configuration|settings)(?:[._-]|$)|[a-z](?:Config|Settings)$|^(?:config|settings)[A-Z]/;

const stemOf = (path: string): string => {
  const segments = path.split('/');
  const stem = (segments.at(-1) ?? '').replace(/\.[cm]?[jt]sx?$/i, '');
  return /^(?:index|schema|validation|validate|validator)$/.test(stem) ? (segments.at(-2) ?? stem) : stem;
};

/** What the name of a file says: it is about the environment, about settings of any kind, or neither. */
export const fileSpeaksOf = (path: string): 'environment' | 'settings' | null => {
  const stem = stemOf(path);
  if (STEM.test(stem)) return 'environment';
  return SETTINGS.test(stem) ? 'settings' : null;
};

/** `envSchema`, `EnvironmentSchema`, `serverEnvSchema`, `ENV_SCHEMA`. */
export const isEnvironmentName = (name: string): boolean =>
  /(?:^|_)env(?:ironment)?(?=[A-Z_]|$)|(?:^|[a-z])Env(?:ironment)?(?=[A-Z_]|$)|(?:^|_)ENV(?:IRONMENT)?(?:_|$)/.test(
    name,
  );
