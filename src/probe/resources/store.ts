import type { Operation } from '../contract/operation.ts';
import type { Resource, ResourceStore } from '../contract/resource.ts';

/** A store that can be filled. */
export interface FillableStore extends ResourceStore {
  /** Adds one, or joins it with what is known of it. */
  add(resource: Resource): void;
}

export const createStore = (_operations: readonly Operation[]): FillableStore => ({
  all: () => [],
  of: () => [],
  fitting: () => [],
  fresh: async () => undefined,
  add: () => {},
});
