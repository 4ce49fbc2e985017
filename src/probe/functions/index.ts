import type { Probe } from '../contract/probe.ts';
import { adminFunction } from './admin-function.ts';
import { anonymousAccess } from './anonymous-access.ts';
import { headerSpoof } from './header-spoof.ts';
import { hiddenRoute } from './hidden-route.ts';
import { methodBypass } from './method-bypass.ts';
import { pathBypass } from './path-bypass.ts';
import { roleFunction } from './role-function.ts';
import { selfApproval } from './self-approval.ts';
import { staleRole } from './stale-role.ts';
import { stepSkipped } from './step-skipped.ts';

/** Whether one may do what is for others. What ends sessions comes last. */
export const functionProbes: readonly Probe[] = [
  pathBypass,
  headerSpoof,
  hiddenRoute,
  anonymousAccess,
  adminFunction,
  roleFunction,
  methodBypass,
  stepSkipped,
  selfApproval,
  staleRole,
];
