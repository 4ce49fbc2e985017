import type { CodePattern } from '../../../model/evidence/code.ts';
import type { Program } from '../program/program.ts';
import { eachOf } from '../visit.ts';
import { csrfOff } from './csrf-off.ts';
import { graphqlIntrospection } from './graphql-introspection.ts';
import { secretInBuild } from './client-build.ts';
import { sessionCookie } from './cookie/cookie.ts';
import { letsOriginsIn } from './cors/cors.ts';
import { LEAKS } from './leaks.ts';
import { markupOfData } from './markup/markup.ts';
import { localAddress } from './local-address.ts';
import { nodeEnvSet } from './node-env.ts';
import { fastPasswordHash } from './password-hash.ts';
import { queryOperator } from './query-operator.ts';
import { redirectsAnywhere } from './redirect/redirect.ts';
import { resetTokenAnswered } from './reset-token.ts';
import { sessionUpdate } from './session-update.ts';
import { signingSecret } from './signing-secret.ts';
import type { PatternFinder } from './spot.ts';
import { projectServed } from './project-served.ts';
import { storeAddress } from './store-address.ts';
import { supabaseSession } from './supabase-session.ts';
import { weakTokenCheck } from './token-check.ts';
import { uncheckedUpload } from './upload.ts';

const FINDERS: readonly PatternFinder[] = [
  fastPasswordHash,
  queryOperator,
  graphqlIntrospection,
  markupOfData,
  ...LEAKS,
  letsOriginsIn,
  sessionUpdate,
  localAddress,
  storeAddress,
  nodeEnvSet,
  redirectsAnywhere,
  sessionCookie,
  signingSecret,
  uncheckedUpload,
  secretInBuild,
  csrfOff,
  resetTokenAnswered,
  projectServed,
  supabaseSession,
  weakTokenCheck,
];

/** What is wrong wherever it is called from. Each expression is visited once, whatever the number of finders. */
export const findPatterns = (program: Program): CodePattern[] => {
  const found: CodePattern[] = [];
  for (const m of program.modules.values())
    eachOf(m, (e, fn) => {
      const spot = { program, m, fn, e };
      for (const find of FINDERS) {
        const pattern = find(spot);
        if (pattern !== undefined) found.push(pattern);
      }
    });
  return found;
};
