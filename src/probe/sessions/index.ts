import type { Probe } from '../contract/probe.ts';
import { codeUnlimited } from './code-unlimited.ts';
import { cookieFlags } from './cookie-flags.ts';
import { csrf } from './csrf.ts';
import { emailChangeUnconfirmed } from './email-change-unconfirmed.ts';
import { getChangesState } from './get-changes-state.ts';
import { hostHeaderLink } from './host-header-link.ts';
import { openRedirect } from './open-redirect.ts';
import { passwordChangeUnconfirmed } from './password-change-unconfirmed.ts';
import { refreshReuse } from './refresh-reuse.ts';
import { resetTokenReuse } from './reset-token-reuse.ts';
import { sessionFixation } from './session-fixation.ts';
import { sessionSurvivesLogout } from './session-survives-logout.ts';
import { sessionSurvivesPasswordChange } from './session-survives-password-change.ts';
import { userEnumeration } from './user-enumeration.ts';
import { weakPassword } from './weak-password.ts';

/** Probes of sessions and accounts. Those that only look come first, then those of which apps allow few in an hour; those that end sessions last. */
export const sessionProbes: readonly Probe[] = [
  cookieFlags,
  csrf,
  openRedirect,
  sessionFixation,
  refreshReuse,
  getChangesState,
  resetTokenReuse,
  hostHeaderLink,
  userEnumeration,
  emailChangeUnconfirmed,
  passwordChangeUnconfirmed,
  weakPassword,
  sessionSurvivesPasswordChange,
  codeUnlimited,
  sessionSurvivesLogout,
];
