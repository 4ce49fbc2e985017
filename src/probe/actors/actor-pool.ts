import type { BoundaryActor } from '../../model/evidence/boundary.ts';
import type { Actor, ActorPool } from '../contract/actor.ts';
import { marksOf, lives, type Established, type Seen } from './establish.ts';
import type { Door } from './door.ts';
import type { LearntId } from './find-ids.ts';
import type { Proof } from './liveness.ts';
import { carriesOf, headersOf, type Session } from './session.ts';

/** What the pool keeps of one actor. */
export interface Member {
  actor: Actor;
  session: Session;
  proof: Proof | null;
  ids: readonly LearntId[];
  via: string;
  detail: string;
  state: BoundaryActor['state'];
  /** Makes another session of the account; undefined where the user gave the session. */
  enter?: () => Promise<Established | null>;
  logIns: number;
  /** A check that is under way. */
  checking?: Promise<boolean>;
}

/** Logging in again has its limits in most apps. */
const MOST_LOG_INS = 8;

/** The pool, and how it is filled. */
export class Members implements ActorPool {
  readonly #members = new Map<Actor, Member>();
  readonly #extra = new Map<Actor, Session>();
  #way: { door: Door; nobody: Seen['nobody'] } | undefined;

  /** The gate asks the pool for credentials and the pool goes through the gate: it is handed in when it is made. */
  use(door: Door, nobody: Seen['nobody']): void {
    this.#way = { door, nobody };
  }

  add(member: Member): void {
    this.#members.set(member.actor, member);
  }

  members(): readonly Member[] {
    return [...this.#members.values()];
  }

  get all(): readonly Actor[] {
    return [...this.#members.keys()];
  }

  named(name: string): Actor | undefined {
    return this.all.find((actor) => actor.name === name);
  }

  ofRole(role: string): readonly Actor[] {
    return this.all.filter((actor) => actor.role === role);
  }

  pairs(): readonly (readonly [victim: Actor, attacker: Actor])[] {
    return this.all.flatMap((victim) =>
      this.all
        .filter((attacker) => attacker.role === victim.role && attacker.tenant !== victim.tenant)
        .filter((attacker) => !this.#sameAccount(victim, attacker))
        .map((attacker) => [victim, attacker] as const),
    );
  }

  /** Two names for one account prove nothing against each other. */
  #sameAccount(a: Actor, b: Actor): boolean {
    const idsOf = (actor: Actor): string[] => accountsOf(this.#members.get(actor)?.ids ?? []);
    return idsOf(a).some((id) => idsOf(b).includes(id)) || (a.login !== undefined && a.login === b.login);
  }

  credentials(actor: Actor, url: string): Readonly<Record<string, string>> {
    const session = this.#extra.get(actor) ?? this.#members.get(actor)?.session;
    return session === undefined ? {} : headersOf(session, url);
  }

  async check(actor: Actor): Promise<boolean> {
    const member = this.#members.get(actor);
    if (member === undefined) return this.#checkExtra(actor);
    member.checking ??= this.#check(member).finally(() => delete member.checking);
    return member.checking;
  }

  async #check(member: Member): Promise<boolean> {
    const { proof, session } = member;
    if (proof === null) return member.state === 'alive';
    const alive = await this.#lives(member, session, proof);
    // No answer proves neither life nor death.
    if (alive === null) return false;
    if (alive) return true;
    const renewed = await this.#enter(member);
    if (renewed === null || renewed.proof === null) {
      member.state = 'lost';
      member.detail = `${member.detail}; its session ended on the way and could not be renewed`;
      return false;
    }
    member.session = renewed.session;
    member.actor.carries = carriesOf(renewed.session);
    member.state = 'alive';
    return true;
  }

  async #checkExtra(actor: Actor): Promise<boolean> {
    const session = this.#extra.get(actor);
    const member = this.members().find((other) => actor.name.startsWith(`${other.actor.name} (`));
    if (session === undefined || member?.proof == null) return false;
    return (await this.#lives(member, session, member.proof)) === true;
  }

  async #lives({ actor, ids }: Member, session: Session, proof: Proof): Promise<boolean | null> {
    if (this.#way === undefined) return null;
    return lives(this.#way.door, session, proof, this.#way.nobody, marksOf(actor.login, ids));
  }

  async #enter(member: Member): Promise<Established | null> {
    if (member.enter === undefined || member.logIns >= MOST_LOG_INS) return null;
    member.logIns++;
    return member.enter();
  }

  async another(actor: Actor): Promise<Actor | undefined> {
    const member = this.#members.get(actor);
    if (member === undefined) return undefined;
    const made = await this.#enter(member);
    if (made === null || (member.proof !== null && made.proof === null)) return undefined;
    const twin: Actor = {
      ...actor,
      name: `${actor.name} (session ${member.logIns})`,
      carries: carriesOf(made.session),
    };
    this.#extra.set(twin, made.session);
    return twin;
  }
}

export const accountsOf = (ids: readonly LearntId[]): string[] =>
  ids.filter(({ kind }) => kind === 'account').map(({ value }) => value);
