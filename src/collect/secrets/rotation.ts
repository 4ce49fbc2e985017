import type { Hit } from './detect/hit.ts';

/** The steps of a rotation, in order, by how the provider lets old and new overlap; the provider's own notes come first. */
export const rotationSteps = (hit: Pick<Hit, 'rotation' | 'providerName' | 'ruleName'>): string[] => {
  const { rotation, providerName } = hit;
  const notes = [...(rotation.notes ?? [])];
  const known = providerName !== 'whatever accepts it' && providerName !== 'whoever trusts the key';
  const where = known ? `at ${rotation.at}` : 'where it is accepted';
  const check = 'Check that the app still works with it: one real request through the feature that uses it.';
  const audit = `Look through ${known ? `${providerName}'s` : 'the'} access log for use that was not yours since the day it was exposed.`;
  switch (rotation.kind) {
    case 'overlap':
      return [
        ...notes,
        `Create a new key ${where}.`,
        'Put it into the hosting environment (not into a file in the repository) and deploy.',
        check,
        `Revoke the old key ${where}.`,
        audit,
      ];
    case 'grace':
      return [
        ...notes,
        `Roll the key ${where}; the old one goes on working for a while.`,
        'Put the new one into the hosting environment and deploy before that time is over.',
        check,
        'End the grace time by hand as soon as the new one works.',
        audit,
      ];
    case 'instant':
      return [
        ...notes,
        'Have the deploy ready: the old value stops working at once.',
        `Replace it ${where}.`,
        'Put the new value into the hosting environment and deploy.',
        check,
        audit,
      ];
    case 'cascade':
      return [
        ...notes,
        `List everything that hangs on it: replacing it ${where} invalidates those too.`,
        'Choose an hour with few users and have all new values ready.',
        `Replace it ${where}.`,
        'Deploy every new value in one go.',
        check,
        audit,
      ];
  }
};
