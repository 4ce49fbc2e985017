import type { Probe } from '../contract/probe.ts';
import { fileAccess } from './file-access.ts';
import { graphqlObject } from './graphql-object.ts';
import { identityFromInput } from './identity-from-input.ts';
import { listLeak } from './list-leak.ts';
import { nestedObject } from './nested-object.ts';
import { objectAction } from './object-action.ts';
import { objectDelete } from './object-delete.ts';
import { objectRead } from './object-read.ts';
import { objectWrite } from './object-write.ts';
import { streamLeak } from './stream-leak.ts';

/** Whether one account reaches the objects of another one. Reads first, deletion last. */
export const objectProbes: readonly Probe[] = [
  objectRead,
  listLeak,
  fileAccess,
  graphqlObject,
  streamLeak,
  identityFromInput,
  objectWrite,
  nestedObject,
  objectAction,
  objectDelete,
];
