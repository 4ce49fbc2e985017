import type { Send } from '../contract/send.ts';
import { allows } from '../consent/modes.ts';

/** Counts what may have changed the app, so that what was seen before is known to be old. */
export class Writes {
  #ticks = 0;
  #running = 0;
  #done = 0;
  /** Address of each write and the tick at which it ended. */
  readonly #sent: { url: string; tick: number }[] = [];

  /** Another number whenever a write begins or ends. */
  get ticks(): number {
    return this.#ticks;
  }

  /** Whether one is under way. */
  get running(): boolean {
    return this.#running > 0;
  }

  /** Those that were not refused. */
  get done(): number {
    return this.#done;
  }

  /** A write that seemed refused has taken effect. */
  effect(): void {
    this.#done++;
  }

  /** Whether a write has named this in its address since that tick. */
  named(id: string, since: number): boolean {
    for (let at = this.#sent.length - 1; at >= 0; at--) {
      const { url, tick } = this.#sent[at] ?? { url: '', tick: 0 };
      if (tick <= since) return false;
      if (url.includes(id)) return true;
    }
    return false;
  }

  counted(send: Send): Send {
    return async (request, options) => {
      if (allows('read', options.mode) && /^(?:GET|HEAD|OPTIONS)$/.test(request.method)) return send(request, options);
      this.#ticks++;
      this.#running++;
      try {
        const answer = await send(request, options);
        if (!answer.ok || answer.status < 400 || answer.status >= 500) this.#done++;
        return answer;
      } finally {
        this.#running--;
        this.#sent.push({ url: request.url, tick: ++this.#ticks });
      }
    };
  }
}
