import { once } from '../accounts/memo.ts';
import type { Said } from '../accounts/observe.ts';
import { isAccountDoor, isHidden, isSafeRead, isStream, pathNames } from '../access/operations.ts';
import { withPages } from '../access/twins.ts';
import { isOwnLine, isSocial } from '../access/writes.ts';
import { entitled, lowerThan, meantFor, type Meant } from '../access/people.ts';
import { notTried } from '../access/report.ts';
import type { Actor } from '../contract/actor.ts';
import { survey } from '../access/survey.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { tryFunctionRead } from './function-reads.ts';
import { tryFunctionWrite } from './function-writes.ts';

export type FunctionProbe = 'anonymous-access' | 'admin-function' | 'role-function';

export interface Trial {
  probe: FunctionProbe;
  said: Said;
}

/** By which somebody gets a role in an ordinary way. */
const WAY_IN = /(?:onboard|apply|application|register|become|join|enrol|sign-?up|open-shop|invit)/i;

/** An account's own affairs: a change of the password, of the address. */
const OWN = /(?:^|\/)(?:me|my|account|profile|settings)(?:\/|$)/i;

/** Operations meant for some roles only, tried as nobody and as the lower roles. Once; three probes speak of it. */
export const functionTrials = (context: ProbeContext): Promise<readonly Trial[]> =>
  once(context, 'function trials', () => tryAll(context));

const tryAll = async (context: ProbeContext): Promise<Trial[]> => {
  await survey(context);
  const trials: Trial[] = [];
  const operations = withPages(context.operations).filter(
    (operation) =>
      (!isAccountDoor(operation) || OWN.test(operation.path)) && !isHidden(operation) && !isStream(operation),
  );
  // Reads first; what deletes comes last.
  for (const operation of operations.toSorted((a, b) => weight(a) - weight(b))) {
    const open = isAccountDoor(operation) || WAY_IN.test(operation.path);
    const meant = open ? undefined : meantFor(context, operation);
    if (meant === undefined && !isAnonymousQuestion(operation)) continue;
    trials.push(...(await tryOne(context, operation, meant)));
  }
  return trials;
};

const weight = ({ method }: Operation): number => (method === 'GET' ? 0 : method === 'DELETE' ? 2 : 1);

/** Without an owner's id in it, and not said to be public. */
const isAnonymousQuestion = (operation: Operation): boolean =>
  operation.declared !== 'public' &&
  (pathNames(operation.path).length === 0 || isOwnLine(operation) || isSocial(operation)) &&
  (operation.method !== 'GET' || isSafeRead(operation));

const tryOne = async (context: ProbeContext, operation: Operation, meant: Meant | undefined): Promise<Trial[]> => {
  const probe: FunctionProbe = meant?.top === true ? 'admin-function' : 'role-function';
  const attackers: (Actor | null)[] = [null, ...(meant === undefined ? [] : lowerThan(context, meant, operation))];
  const inCharge = meant === undefined ? undefined : entitled(context, meant);
  const trials: Trial[] = [];
  if (meant !== undefined && inCharge === undefined)
    trials.push({
      probe,
      said: notTried(
        operation.id,
        `Nobody took part for whom it is meant (${[...meant.roles].join(', ') || meant.by}).`,
      ),
    });
  for (const attacker of attackers) {
    const said =
      operation.method === 'GET'
        ? await tryFunctionRead(context, operation, attacker, inCharge, meant)
        : await tryFunctionWrite(context, operation, attacker, inCharge, meant);
    if (said === undefined) continue;
    trials.push({ probe: attacker === null ? 'anonymous-access' : probe, said });
    // One cause: what nobody is kept from, the roles are not kept from either.
    if (said.verdict === 'confirmed' || (attacker === null && said.verdict === 'likely')) break;
  }
  return trials;
};

export const spokenOf = async (context: ProbeContext, probe: FunctionProbe): Promise<Said[]> =>
  (await functionTrials(context)).filter((trial) => trial.probe === probe).map(({ said }) => said);
