import type { ActorConfig } from '../../model/target.ts';
import { notEntered, type Attempt } from './recipe.ts';
import { keepCookies, newSession, type Session } from './session.ts';
import { readStorageState } from './storage-state.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A session that the user made: a header from a variable, or a recorded browser session. It cannot be renewed. */
export const givenSession = async (
  config: ActorConfig,
  home: string,
  origins: readonly string[],
  env: Environment,
  readFile: (path: string) => Promise<string>,
): Promise<Attempt> => {
  if (config.storageState !== undefined) {
    const text = await readFile(config.storageState).catch(() => null);
    if (text === null) return notEntered('refused', `${config.storageState} cannot be read`);
    const state = readStorageState(text, home, origins);
    if (state === null) return notEntered('refused', `${config.storageState} is no session recorded by Playwright`);
    return { ok: true, json: undefined, via: 'recorded session', ...state };
  }
  const session = newSession(home);
  const said = addHeader(session, config, env);
  return said === null ? { ok: true, session, json: undefined, via: 'header' } : notEntered('refused', said);
};

/** Adds the header that the user gave, if any; says why it cannot. */
export const addHeader = (session: Session, { header }: ActorConfig, env: Environment): string | null => {
  if (header === undefined) return null;
  const value = env[header.valueEnv];
  if (value === undefined || value === '') return `the variable ${header.valueEnv} is not set`;
  if (!/^[!#$%&'*+.^_`|~\w-]{1,100}$/.test(header.name) || /[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    return `the variable ${header.valueEnv} cannot be sent as a header`;
  }
  const name = header.name.toLowerCase();
  if (name === 'cookie') keepCookies(session, `${session.home}/`, { cookies: value.split(/;\s*/) });
  else session.headers[name] = value;
  return null;
};
