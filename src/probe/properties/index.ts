import type { Probe } from '../contract/probe.ts';
import { excessiveData } from './excessive-data.ts';
import { massAssignment } from './mass-assignment.ts';
import { personalDataPublic } from './personal-data-public.ts';
import { valueTampering } from './value-tampering.ts';

/** Whether answers hold too much, and requests are believed too much. */
export const propertyProbes: readonly Probe[] = [excessiveData, personalDataPublic, valueTampering, massAssignment];
