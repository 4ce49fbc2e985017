import type { Probe } from '../contract/probe.ts';
import { bodySize } from './body-size.ts';
import { checkoutNotIdempotent } from './checkout-not-idempotent.ts';
import { couponRace } from './coupon-race.ts';
import { graphqlUnbounded } from './graphql-unbounded.ts';
import { limitBypass } from './limit-bypass.ts';
import { loginUnlimited } from './login-unlimited.ts';
import { pageSize } from './page-size.ts';
import { searchUnlimited } from './search-unlimited.ts';
import { signUpUnlimited } from './sign-up-unlimited.ts';

/** Probes of limits. They run last of all: the last four use up what the app grants, for minutes. */
export const limitProbes: readonly Probe[] = [
  graphqlUnbounded,
  pageSize,
  checkoutNotIdempotent,
  couponRace,
  bodySize,
  // Before the sign-ups, since it makes an account of its own.
  loginUnlimited,
  searchUnlimited,
  signUpUnlimited,
  limitBypass,
];
