import type { OperationSource } from '../../../model/evidence/boundary.ts';
import type { Actor, ActorPool } from '../../contract/actor.ts';
import type { Method } from '../../contract/operation.ts';
import type { Send } from '../../contract/send.ts';
import type { CodeRoute } from '../code/code-routes.ts';
import { Vote } from '../code/vote.ts';
import { draftOf, schemaOfValue, type Draft } from '../draft.ts';
import { fillTemplate, parametersOf, segmentsOf, shapeOf, templatize } from '../template.ts';
import { isPlural, nameOfOne } from '../words.ts';
import { itemsIn, keyOf } from './items-in.ts';
import { Oracle, otherCollection, neighbour, type Known } from './oracle.ts';
import { splitBase, vocabularyOf } from './vocabulary.ts';

export interface GuessInput {
  origin: string;
  /** What is known of this origin. */
  drafts: readonly Draft[];
  /** Paths that somebody wrote down; whether they exist is to be seen. */
  candidates: readonly { path: string; source: OperationSource }[];
  /** Routes of the source, which may be this origin's. */
  code: readonly CodeRoute[];
  /** Not the app's main origin. */
  beside: boolean;
  /** Paths of the app's other origins: their words may be used here too. */
  words: readonly string[];
  actors: ActorPool | null;
  send: Send;
  signal: AbortSignal;
  /** Requests at most. */
  most: number;
}

const NO_ID = '00000000-0000-4000-8000-000000000000';
const AT_ONCE = 8;
const MOST_OF_CODE = 600;

const below = (prefix: string, names: readonly string[]): string[] => names.map((name) => `${prefix}/${name}`);

/** Finds what nobody described: methods of known paths, written-down paths, and siblings under the usual names. Only GET and OPTIONS go out. */
export const guess = async (input: GuessInput): Promise<{ drafts: Draft[]; notes: string[] }> => {
  const guesser = new Guesser(input);
  await guesser.run();
  const stopped = guesser.oracle.stopped;
  return {
    drafts: guesser.drafts,
    notes: stopped === undefined ? [] : [`Not all usual paths of ${input.origin} were tried: ${stopped}.`],
  };
};

class Guesser {
  readonly drafts: Draft[] = [];
  readonly oracle: Oracle;
  readonly #input: GuessInput;
  readonly #seen = new Map<string, string>();
  /** Shapes of paths that were asked for or are known. */
  readonly #done = new Set<string>();
  readonly #known: { path: string; method: Method }[] = [];

  constructor(input: GuessInput) {
    this.#input = input;
    const here = (input.actors?.all ?? []).filter(({ origin }) => origin === undefined || origin === input.origin);
    this.oracle = new Oracle(input.origin, input.send, here.toSorted((a, b) => b.rank - a.rank)[0], input.most);
    for (const { path, method, parameters } of input.drafts) {
      this.#known.push({ path, method });
      for (const { name, seen } of parameters) if (seen?.[0] !== undefined) this.#seen.set(name, seen[0]);
    }
  }

  async run(): Promise<void> {
    const shapes = [...new Map(this.#input.drafts.map(({ path }) => [shapeOf(path), path])).values()];
    await this.#each(shapes.slice(0, 200), (path) => this.#methodsOf(path));
    for (const path of shapes) this.#done.add(shapeOf(path));
    await this.#fromCode();
    await this.#each(this.#input.candidates.slice(0, 250), ({ path, source }) => this.#try(path, source));
    await this.#collections();
    await this.#items();
    if (this.oracle.optionsTell) await this.#actions();
  }

  async #each<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    for (let at = 0; at < list.length; at += AT_ONCE) {
      if (this.#input.signal.aborted || this.oracle.stopped !== undefined) return;
      await Promise.all(list.slice(at, at + AT_ONCE).map(work));
    }
  }

  #filled(template: string): string {
    return fillTemplate(template, (name) => this.#seen.get(name) ?? NO_ID);
  }

  #neighbour(template: string): (nonce: string) => string {
    const path = this.#filled(template);
    return segmentsOf(template).at(-1)?.includes('{') ? otherCollection(path) : neighbour(path);
  }

  /** A path that is known to exist: what else does it take? */
  async #methodsOf(path: string): Promise<void> {
    const methods = await this.oracle.options(this.#filled(path), this.#neighbour(path));
    if (methods !== undefined) this.#add(path, { methods }, 'options');
  }

  async #try(path: string, source: OperationSource): Promise<void> {
    const { template } = templatize(path);
    const shape = shapeOf(template);
    if (this.#done.has(shape) || segmentsOf(template).length > 10) return;
    this.#done.add(shape);
    const found = await this.oracle.find(this.#filled(template), this.#neighbour(template));
    if (found !== undefined) this.#add(template, found, source);
  }

  /**
   * The source says what there is, the app whether it is here: routes that were found by themselves vouch for those of their file that cannot
   * be, as nothing but GET and OPTIONS is sent.
   */
  async #fromCode(): Promise<void> {
    const { code } = this.#input;
    const vote = new Vote(code);
    const [open, taken]: [CodeRoute[], CodeRoute[]] = [[], []];
    const pages = new Map(
      this.#input.drafts.flatMap(({ path, method, answer }) =>
        method === 'GET' && answer?.contentType !== undefined ? [[shapeOf(path), answer.contentType] as const] : [],
      ),
    );
    const known = new Set(this.#known.map(({ path }) => shapeOf(path)));
    await this.#each(code.slice(0, MOST_OF_CODE), async (route) => {
      const shape = shapeOf(route.path);
      const found = known.has(shape)
        ? undefined
        : await this.oracle.find(this.#filled(route.path), this.#neighbour(route.path));
      this.#done.add(shape);
      if (found !== undefined) this.#add(route.path, found, 'code');
      const isHere = known.has(shape) || found !== undefined;
      vote.count(route, isHere);
      const type = found?.answer?.headers['content-type'] ?? pages.get(shape);
      if (type !== undefined) vote.answered(route, /html/i.test(type));
      if (isHere) taken.push(route);
      else open.push(route);
    });
    for (const route of [...taken, ...open.filter((one) => vote.isHere(one))])
      this.#take(route, vote.isOfPages(route) ? 'text/html' : undefined);
  }

  /** `answers`: what its file answers with. */
  #take({ path, methods }: CodeRoute, answers: string | undefined): void {
    for (const method of methods) {
      const draft = draftOf({
        origin: this.#input.origin,
        method,
        path,
        source: 'code',
        ...(answers === undefined || method === 'GET' ? {} : { answer: { status: 200, contentType: answers } }),
      });
      if (draft === undefined) continue;
      this.drafts.push(draft);
      this.#known.push({ path: draft.path, method });
    }
  }

  #add(template: string, { methods, answer }: Known, source: OperationSource): void {
    const contentType = answer?.headers['content-type']?.split(';')[0]?.trim();
    const isGood = answer !== undefined && answer.status < 300 && contentType !== undefined;
    for (const method of methods) {
      const described = isGood
        ? {
            status: answer.status,
            contentType,
            ...(answer.json === undefined ? {} : { schema: schemaOfValue(answer.json) }),
          }
        : undefined;
      const draft = draftOf({
        origin: this.#input.origin,
        method,
        path: template,
        source,
        ...(method === 'GET' && described !== undefined ? { answer: described } : {}),
      });
      if (draft === undefined) continue;
      this.drafts.push(draft);
      this.#known.push({ path: draft.path, method });
    }
  }

  /** Known ends below every base and area, then the usual names. */
  async #collections(): Promise<void> {
    const { bases, areas, tails, common, inArea, root } = vocabularyOf(
      [...this.#known.map(({ path }) => path), ...this.#input.words],
      this.#input.actors,
    );
    if (bases.length === 0 && (await this.#isThere('/api'))) bases.push('/api');
    const [base] = bases;
    const { beside, origin, actors } = this.#input;
    // Beside the main origin stands what one role works with.
    const here = beside
      ? areas.filter(
          (area) => area === 'admin' || actors?.all.some((actor) => actor.origin === origin && actor.role === area),
        )
      : areas;
    const inAreas = base === undefined ? [] : here.map((area) => `${base}/${area}`);
    const prefixes = beside ? [...inAreas, ...bases] : [...bases, ...inAreas];
    const usual = [
      ...(beside ? [] : bases.flatMap((one) => below(one, common))),
      ...(base === undefined ? here.slice(0, 3).map((area) => `/${area}`) : inAreas).flatMap((area) =>
        below(area, inArea),
      ),
      ...below('', beside ? [] : [...root, ...(base === undefined ? common : [])]),
    ];
    const [long, short] = [tails.filter((tail) => tail.includes('{')), tails.filter((tail) => !tail.includes('{'))];
    await this.#tryAll([...prefixes.flatMap((prefix) => below(prefix, short)), ...usual]);
    // Where nothing was found, nothing lies deeper.
    const live = prefixes.filter((prefix) => this.#known.some(({ path }) => path.startsWith(`${prefix}/`)));
    await this.#tryAll(live.flatMap((prefix) => below(prefix, long)));
  }

  /** An area named twice, `/api/admin/admin/users`, is nothing. */
  async #tryAll(paths: readonly string[]): Promise<void> {
    const tries = paths.map((path) => templatize(path).template).filter((path) => !/\/([^/]+)\/\1(?:\/|$)/.test(path));
    await this.#each([...new Map(tries.map((path) => [shapeOf(path), path])).values()], (path) =>
      this.#try(path, 'guess'),
    );
  }

  /** A base answers otherwise than a made-up path, or has one of the commonest names. */
  async #isThere(base: string): Promise<boolean> {
    for (const name of ['', '/me', '/users', '/products', '/orders', '/health', '/auth/login']) {
      if ((await this.oracle.find(base + name)) !== undefined) return true;
    }
    return false;
  }

  async #items(): Promise<void> {
    const collections = [...new Set(this.#known.map(({ path }) => path))].filter((path) => {
      const last = segmentsOf(path).at(-1) ?? '';
      return isPlural(last) && segmentsOf(path).length < 8;
    });
    await this.#each(collections.slice(0, 100), async (collection) => {
      const name = `${nameOfOne(segmentsOf(collection).at(-1) ?? '')}Id`;
      const item = `${collection}/{${parametersOf(collection).includes(name) ? 'id' : name}}`;
      // Asked for with a made-up id before, perhaps; here comes a real one.
      if (this.#known.some(({ path }) => shapeOf(path) === shapeOf(item))) return;
      this.#done.add(shapeOf(item));
      const path = this.#filled(item);
      const told = await this.oracle.options(path, otherCollection(path));
      if (told !== undefined) this.#add(item, { methods: told }, 'guess');
      else if (!this.oracle.optionsTell && parametersOf(collection).length === 0)
        await this.#itemByList(collection, item);
    });
  }

  /** Takes the first id that a list shows, and asks for that item as the same actor. */
  async #itemByList(collection: string, item: string): Promise<void> {
    const isGot = this.#known.some(({ path, method }) => path === collection && method === 'GET');
    const who: (Actor | null)[] = [
      null,
      ...(this.#input.actors?.all ?? []).filter(
        (actor, index, all) => all.findIndex(({ role }) => role === actor.role) === index,
      ),
    ];
    for (const as of isGot ? who : []) {
      const list = await this.oracle.get(collection, as);
      const first = list?.answer !== undefined && list.answer.status < 300 ? itemsIn(list.answer.json)[0] : undefined;
      const key = first === undefined ? undefined : keyOf(first);
      if (key === undefined) continue;
      const path = `${collection}/${encodeURIComponent(key.value)}`;
      const found = await this.oracle.get(path, as, otherCollection(path));
      if (found?.answer === undefined || found.answer.status >= 300 || found.answer.json === undefined) continue;
      const names = parametersOf(item);
      this.#seen.set(names.at(-1) ?? 'id', key.value);
      this.#add(item, found, 'guess');
      return;
    }
  }

  async #actions(): Promise<void> {
    const { actions } = vocabularyOf([], null);
    const items = [...new Set(this.#known.map(({ path }) => path))].filter(
      (path) => segmentsOf(path).at(-1)?.includes('{') && splitBase(path).base !== '',
    );
    await this.#each(
      items.flatMap((item) => actions.map((action) => `${item}/${action}`)),
      (path) => this.#try(path, 'guess'),
    );
  }
}
