import { EventEmitter } from 'node:events';

export interface LiveEvent {
  kind: string;
  title: string;
  url: string;
}

/** Live events to the browser of one user. A user never hears another's. */
export interface Events {
  publish(userId: string, event: LiveEvent): void;
  /** Returns the function that ends the subscription. */
  subscribe(userId: string, listener: (event: LiveEvent) => void): () => void;
}

export const createEvents = (): Events => {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    publish: (userId, event) => void emitter.emit(userId, event),
    subscribe: (userId, listener) => {
      emitter.on(userId, listener);
      return () => void emitter.off(userId, listener);
    },
  };
};
