import type { Probe } from '../contract/probe.ts';
import { webhookErrorLeak } from './webhook-error-leak.ts';
import { webhookRawBody } from './webhook-raw-body.ts';
import { webhookReplay } from './webhook-replay.ts';
import { webhookWeakSecret } from './webhook-weak-secret.ts';
import {
  webhookAmount,
  webhookFailsOpen,
  webhookFuture,
  webhookSignatureUnchecked,
  webhookStale,
  webhookUnsigned,
  webhookWrongMode,
  webhookWrongScheme,
} from './signed.ts';

/** Probes of what third parties send. Wrong signatures first: the others follow from them. */
export const webhookProbes: readonly Probe[] = [
  webhookUnsigned,
  webhookSignatureUnchecked,
  webhookFailsOpen,
  webhookStale,
  webhookFuture,
  webhookAmount,
  webhookWrongMode,
  webhookWrongScheme,
  webhookWeakSecret,
  webhookRawBody,
  webhookReplay,
  webhookErrorLeak,
];
