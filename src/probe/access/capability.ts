import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import { entropyOf } from '../objects/judge-read.ts';
import { isPrivateThing } from '../values/names.ts';
import { isGood } from './answers.ts';
import { nounOf } from './operations.ts';
import { survey } from './survey.ts';

/** Bits from which on an id is a key by itself. */
const UNGUESSABLE = 64;

const DEAL = /(?:cart|basket|bag|check-?out|order|quote|share|link|ticket|receipt|upload|file)s?$/i;

/** A cart or an order by an address that cannot be guessed and that nobody else is shown is open to whoever holds the address, by design. */
export const isCapability = async (
  context: ProbeContext,
  { declared, path }: Pick<Operation, 'declared' | 'path'>,
  { id }: Pick<Resource, 'id'>,
): Promise<boolean> => {
  // People and what is on offer are named in many places; a deal is known to those who have part in it.
  const noun = nounOf(path);
  const isDeal = (isPrivateThing(noun) || DEAL.test(noun)) && !/^(?:profile|user|member|contact|me)$/.test(noun);
  if (declared !== undefined || !isDeal || entropyOf(id) < UNGUESSABLE) return false;
  const { sights } = await survey(context);
  return !sights.some(
    ({ viewer, url, answer }) => viewer === null && isGood(answer) && !url.includes(id) && answer.text.includes(id),
  );
};
