import { sameStep } from '../../arrange/like-fix.ts';

/** Steps shorter than this, in characters, take no more room than a reference to them. */
const LONG = 200;

/** Long steps of a report, so that each is written out once. */
export class SaidSteps {
  readonly #said: { step: string; name: string }[] = [];

  add(ordinal: number, steps: readonly string[]): void {
    for (const [index, step] of steps.entries())
      if (step.length > LONG) this.#said.push({ step, name: `step ${index + 1} of ${ordinal}` });
  }

  /** The step, or its first sentence and where the rest stands. */
  brief(step: string): string {
    const above = step.length > LONG ? this.#said.find((one) => sameStep(one.step, step)) : undefined;
    const sentence = /^.*?[.:](?= )/.exec(step)?.[0];
    return above === undefined || sentence === undefined ? step : `${sentence} The rest as in ${above.name}.`;
  }
}
