import type { Expr, Prop, Stmt } from '../ir.ts';
import { lineAt, MAX_DEPTH, type Lowering } from './context.ts';
import { exprOf } from './expressions.ts';
import { wordOf } from './names.ts';
import { nodeOf, nodesOf, type Node } from './node.ts';

export const lowerStatements = (to: Lowering, nodes: readonly Node[]): Stmt[] => {
  if (to.depth >= MAX_DEPTH) return [];
  to.depth++;
  const list = nodes.flatMap((node) => lowerStatement(to, node));
  to.depth--;
  return list;
};

const body = (to: Lowering, node: unknown): Stmt[] => {
  const inner = nodeOf(node);
  if (inner === undefined) return [];
  return lowerStatements(to, inner.type === 'BlockStatement' ? nodesOf(inner['body']) : [inner]);
};

const optional = <K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [name]: value }) as { [P in K]?: V };

export const lowerStatement = (to: Lowering, node: Node): Stmt[] => {
  const at = lineAt(to, node);
  const sub = (member: string) => to.expr(nodeOf(node[member]));
  switch (node.type) {
    case 'ExpressionStatement':
      return typeof node['directive'] === 'string' ? [] : [{ s: 'expr', e: sub('expression'), at }];
    case 'VariableDeclaration':
      return nodesOf(node['declarations']).map((one) => declared(to, node, one));
    case 'FunctionDeclaration':
    case 'ClassDeclaration': {
      const name = nodeOf(node['id'])?.['name'];
      const e = to.expr(node);
      return [{ s: 'let', kind: 'const', pat: { p: 'id', n: typeof name === 'string' ? name : '' }, e, at }];
    }
    case 'TSEnumDeclaration':
      return node['declare'] === true ? [] : [enumeration(to, node, at)];
    case 'IfStatement': {
      const other = node['alternate'] == null ? undefined : body(to, node['alternate']);
      return [{ s: 'if', t: sub('test'), a: body(to, node['consequent']), ...optional('b', other), at }];
    }
    case 'ReturnStatement':
      return [{ s: 'return', ...optional('e', exprOf(to, node['argument'])), at }];
    case 'ThrowStatement':
      return [{ s: 'throw', e: sub('argument'), at }];
    case 'BlockStatement':
    case 'StaticBlock':
      return lowerStatements(to, nodesOf(node['body']));
    case 'LabeledStatement':
      return body(to, node['body']);
    case 'ForStatement':
      return [
        ...(nodeOf(node['init'])?.type === 'VariableDeclaration' ? lowerStatement(to, nodeOf(node['init'])!) : []),
        { s: 'loop', ...optional('e', exprOf(to, node['test'])), b: body(to, node['body']), at },
      ];
    case 'WhileStatement':
    case 'DoWhileStatement':
      return [{ s: 'loop', e: sub('test'), b: body(to, node['body']), at }];
    case 'ForOfStatement':
    case 'ForInStatement': {
      const left = nodeOf(node['left']);
      const target = left?.type === 'VariableDeclaration' ? nodeOf(nodesOf(left['declarations'])[0]?.['id']) : left;
      return [{ s: 'loop', pat: to.pattern(target), e: sub('right'), b: body(to, node['body']), at }];
    }
    case 'TryStatement':
      return [tried(to, node, at)];
    case 'SwitchStatement':
      return [
        {
          s: 'switch',
          e: sub('discriminant'),
          cases: nodesOf(node['cases']).map((one) => ({
            ...optional('t', exprOf(to, one['test'])),
            b: lowerStatements(to, nodesOf(one['consequent'])),
          })),
          at,
        },
      ];
    case 'BreakStatement':
      return [{ s: 'jump', kind: 'break', at }];
    case 'ContinueStatement':
      return [{ s: 'jump', kind: 'continue', at }];
    // What an export holds stands there too; the export itself is told apart.
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration': {
      const declaration = nodeOf(node['declaration']);
      const isStatement = declaration !== undefined && /(?:Declaration|Statement)$/.test(declaration.type);
      return isStatement && nodeOf(declaration['id']) !== undefined
        ? lowerStatement(to, declaration)
        : declaration?.type === 'VariableDeclaration'
          ? lowerStatement(to, declaration)
          : [];
    }
    case 'TSExportAssignment':
      return [{ s: 'expr', e: sub('expression'), at }];
    case 'TSModuleDeclaration':
      return node['declare'] === true ? [] : lowerStatements(to, nodesOf(nodeOf(node['body'])?.['body']));
    default:
      return [];
  }
};

const declared = (to: Lowering, node: Node, one: Node): Stmt => {
  const kind = node['kind'] === 'var' ? 'var' : node['kind'] === 'let' ? 'let' : 'const';
  const id = nodeOf(one['id']);
  const name = id?.type === 'Identifier' ? String(id['name']) : undefined;
  const init = nodeOf(one['init']);
  return {
    s: 'let',
    kind,
    pat: to.pattern(id),
    ...(init === undefined ? {} : { e: to.expr(init, name) }),
    at: lineAt(to, one),
  };
};

/** An enum is an object at run time. Numbers without a value count on from the one before. */
const enumeration = (to: Lowering, node: Node, at: number): Stmt => {
  let next = 0;
  const props = nodesOf(nodeOf(node['body'])?.['members'] ?? node['members']).map((one): Prop => {
    const given = nodeOf(one['initializer']);
    const v: Expr = given === undefined ? { k: 'lit', v: next, at: lineAt(to, one) } : to.expr(given);
    next = v.k === 'lit' && typeof v.v === 'number' ? v.v + 1 : next + 1;
    return { n: wordOf(nodeOf(one['id'])?.['name'] ?? nodeOf(one['id'])?.['value']), v };
  });
  const name = wordOf(nodeOf(node['id'])?.['name']);
  return { s: 'let', kind: 'const', pat: { p: 'id', n: name }, e: { k: 'obj', props, at }, at };
};

const tried = (to: Lowering, node: Node, at: number): Stmt => {
  const handler = nodeOf(node['handler']);
  const name = nodeOf(handler?.['param']);
  return {
    s: 'try',
    b: body(to, node['block']),
    ...(name === undefined ? {} : { name: to.pattern(name) }),
    ...(handler === undefined ? {} : { c: body(to, handler['body']) }),
    ...(node['finalizer'] == null ? {} : { f: body(to, node['finalizer']) }),
    at,
  };
};

/** `use server` and the like at the head of a body. Both ways in which parsers tell them. */
export const directivesOf = (block: Node | undefined): string[] => {
  if (block === undefined) return [];
  const own = nodesOf(block['directives']).map((one) => nodeOf(one['value'])?.['value']);
  const first = nodesOf(block['body']).map((one) =>
    one.type === 'ExpressionStatement' ? one['directive'] : undefined,
  );
  const ended = first.findIndex((one) => typeof one !== 'string');
  return [...own, ...(ended < 0 ? first : first.slice(0, ended))].filter((one) => typeof one === 'string');
};
