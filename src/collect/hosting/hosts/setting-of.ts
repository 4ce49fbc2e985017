import type { HostingSetting } from '../../../model/evidence/hosting.ts';
import { pointingOf } from '../pointing.ts';
import type { Given } from './host-file.ts';

/** Names whose value says which environment it is. */
const SAYS_STAGE = /^(?:NODE_ENV|APP_ENV|ENVIRONMENT|RAILS_ENV|FLASK_ENV|DJANGO_ENV)$/;

/** A setting without its value, but for the few that only name an environment. */
export const settingOf = (path: string, { name, value, environment, line }: Given): HostingSetting => {
  const points = pointingOf(value);
  return {
    name,
    environment,
    at: { path, line },
    ...(points === undefined ? {} : { points }),
    ...(SAYS_STAGE.test(name) && /^\w{1,20}$/.test(value.trim()) ? { value: value.trim() } : {}),
  };
};
