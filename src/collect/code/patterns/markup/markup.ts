import type { CodePattern } from '../../../../model/evidence/code.ts';
import type { Expr, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { MARKUP } from '../../templates/template-module.ts';
import { expressionsOf, propOf, textOf } from '../../visit.ts';
import { isStartedByHand } from '../told/server.ts';
import type { PatternFinder, Spot } from '../spot.ts';
import { dataIn } from './data.ts';

interface Sink {
  what: string;
  e: Expr;
  isJson?: true;
  /** Only texts with tags in them count: other answers are no pages. */
  built?: true;
}

const SENDS = /^(?:send|end|write|html)$/;
const ANSWER = /^(?:res|response|reply|c|ctx)$/;
/** Functions by which texts are declared to be markup. */
const DECLARES =
  /^(?:raw|unsafe|unsafe_?html|un_?escaped|trusted_?html|html_?safe|safe_?html|safe_?string|bypassSecurityTrustHtml|trustAsHtml|markup)$/i;

/** Programs for mail run no scripts. */
const IN_MAIL = /(?:^|\/)e?mails?(?:-templates)?\//i;

/** Where an expression makes markup of a text. */
const sinkOf = ({ program, m, fn, e }: Spot): Sink | undefined => {
  switch (e.k) {
    case 'jsx':
      return ofElement(e);
    case 'assign':
      return 'k' in e.l && e.l.k === 'mem' && (e.l.p === 'innerHTML' || e.l.p === 'outerHTML')
        ? { what: e.l.p, e: e.r }
        : undefined;
    case 'tpl': {
      // A tag that escapes what is pasted, and a value that is kept from it.
      if (e.tag === undefined || !/html/i.test(nameOf(e.tag))) return undefined;
      const kept = e.e.find((one) => one.k === 'call' && DECLARES.test(nameOf(one.f)) && one.a.length === 1);
      return kept?.k === 'call' && kept.a[0] !== undefined ? { what: nameOf(kept.f), e: kept.a[0] } : undefined;
    }
    case 'call': {
      const name = nameOf(e.f);
      const [given, second] = e.a;
      if (name === MARKUP && second !== undefined) {
        const [json] = jsonIn(second);
        const what = textOf(given) ?? '';
        return json === undefined ? { what, e: second } : { what: 'JSON.stringify', e: json, isJson: true };
      }
      if (name === 'insertAdjacentHTML' && second !== undefined) return { what: name, e: second };
      if (given === undefined || e.f.k !== 'mem') return undefined;
      if (name === 'write' && nameOf(e.f.o) === 'document') return { what: 'document.write', e: given };
      if (/^(?:bypassSecurityTrustHtml|trustAsHtml)$/.test(name)) return { what: name, e: given };
      if (name === 'SafeString' && /handlebars/i.test(pathOf(program.resolve(m, fn, e.f)) ?? nameOf(e.f.o)))
        return { what: name, e: given };
      return SENDS.test(name) && ANSWER.test(nameOf(rootOf(e.f.o)))
        ? { what: `${nameOf(rootOf(e.f.o))}.${name}`, e: given, built: true }
        : undefined;
    }
    default:
      return undefined;
  }
};

const ofElement = ({ n, props }: Extract<Expr, { k: 'jsx' }>): Sink | undefined => {
  const set = props.find((one) => one.n === 'dangerouslySetInnerHTML')?.v;
  const inner = propOf(set, '__html') ?? (/^[a-z]/.test(n) ? props.find((one) => one.n === 'innerHTML')?.v : undefined);
  if (inner === undefined || n === 'style') return undefined;
  if (n !== 'script') return { what: set === undefined ? 'innerHTML' : 'dangerouslySetInnerHTML', e: inner };
  // `</script>` in a text of the data ends the script.
  const [json, ...more] = jsonIn(inner);
  return json === undefined || more.length > 0 ? undefined : { what: 'JSON.stringify', e: json, isJson: true };
};

const jsonIn = (e: Expr): Expr[] =>
  e.k === 'call' && e.f.k === 'mem' && e.f.p === 'stringify' && nameOf(e.f.o) === 'JSON' ? e.a.slice(0, 1) : [];

const rootOf = (e: Expr): Expr => (e.k === 'mem' ? rootOf(e.o) : e.k === 'call' ? rootOf(e.f) : e);

const nameOf = (e: Expr): string => (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : '');

/** Words of somebody that become part of a page as they are. */
export const markupOfData: PatternFinder = (spot) => {
  const { program, m, fn, e } = spot;
  const sink = sinkOf(spot);
  if (sink === undefined || isStartedByHand(m.path) || IN_MAIL.test(m.path)) return undefined;
  if (sink.built === true && !(sink.e.k === 'tpl' && sink.e.texts.some((one) => /<\/?[a-z]/i.test(one))))
    return undefined;
  if (textOf(sink.e) !== undefined) return undefined;
  const datum = dataIn({ program, m, fn, isJson: sink.isJson === true }, sink.e, sink.isJson);
  return datum === undefined
    ? undefined
    : { kind: 'markup', what: sink.what, tells: [datum], at: { path: m.path, line: e.at } };
};

/** The same in templates of pages and in the scripts of these. */
export const markupInTemplates = (program: Program, templates: readonly Module[]): CodePattern[] =>
  templates.flatMap((m) => [...expressionsOf(m)].flatMap(({ e, fn }) => markupOfData({ program, m, fn, e }) ?? []));
