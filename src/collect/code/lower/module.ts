import type { Export, Import, Module } from '../ir.ts';
import { lowerClass } from './classes.ts';
import { lineAt, type Lowering } from './context.ts';
import { lowerDecorators } from './decorators.ts';
import { lowerExpr } from './expressions.ts';
import { lowerFunction } from './functions.ts';
import { lowerJsx } from './jsx.ts';
import { lineFinder } from './lines.ts';
import { wordOf } from './names.ts';
import { nodeOf, nodesOf, type Node } from './node.ts';
import { lowerParam, lowerPattern } from './patterns.ts';
import { namesIn } from './pattern-names.ts';
import { directivesOf, lowerStatement, lowerStatements } from './statements.ts';

/** Lowers a whole file. `program` is an ESTree program, with TypeScript and JSX. */
export const lowerModule = (path: string, text: string, program: Node): Module => {
  const lineOf = lineFinder(text);
  const to = loweringOf(lineOf);
  const imports: Import[] = [];
  const exports: Export[] = [];
  const body: Module['body'][number][] = [];
  for (const node of nodesOf(program['body'])) {
    if (node.type === 'ImportDeclaration') imports.push(...importsOf(to, node));
    else if (node.type === 'TSImportEqualsDeclaration') imports.push(...importEquals(to, node));
    else {
      body.push(...lowerStatement(to, node));
      exports.push(...exportsOf(to, node));
    }
  }
  return {
    path,
    imports,
    exports,
    body,
    fns: to.fns,
    classes: to.classes,
    directives: directivesOf(program),
    lines: lineOf(text.length),
  };
};

const loweringOf = (lineOf: Lowering['lineOf']): Lowering => {
  const to: Lowering = {
    lineOf,
    fns: [],
    classes: [],
    around: [],
    depth: 0,
    expr: (node, name) => lowerExpr(to, node, name),
    pattern: (node) => lowerPattern(to, node),
    param: (node) => lowerParam(to, node),
    statements: (nodes) => lowerStatements(to, nodes),
    decorators: (nodes) => lowerDecorators(to, nodes),
    jsx: (node) => lowerJsx(to, node),
    fn: (node, given) => lowerFunction(to, node, given),
    cls: (node, name) => lowerClass(to, node, name),
  };
  return to;
};

const textOf = (node: Node | undefined): string => wordOf(node?.['name'] ?? node?.['value']);

const importsOf = (to: Lowering, node: Node): Import[] => {
  const from = textOf(nodeOf(node['source']));
  const at = lineAt(to, node);
  const specifiers = nodesOf(node['specifiers']);
  const wholeType = node['importKind'] === 'type';
  if (specifiers.length === 0) return [{ from, at }];
  return specifiers.map((one) => {
    const local = textOf(nodeOf(one['local']));
    const name =
      one.type === 'ImportDefaultSpecifier'
        ? 'default'
        : one.type === 'ImportNamespaceSpecifier'
          ? '*'
          : textOf(nodeOf(one['imported']));
    return { from, local, name, at, ...(wholeType || one['importKind'] === 'type' ? { typeOnly: true as const } : {}) };
  });
};

/** `import x = require('y')` */
const importEquals = (to: Lowering, node: Node): Import[] => {
  const reference = nodeOf(node['moduleReference']);
  const from = textOf(nodeOf(reference?.['expression']));
  return from === '' ? [] : [{ from, local: textOf(nodeOf(node['id'])), name: '*', at: lineAt(to, node) }];
};

const exportsOf = (to: Lowering, node: Node): Export[] => {
  const at = lineAt(to, node);
  const source = nodeOf(node['source']);
  const from = source === undefined ? {} : { from: textOf(source) };
  if (node.type === 'ExportAllDeclaration') {
    const exported = nodeOf(node['exported']);
    return [{ name: exported === undefined ? '*' : textOf(exported), of: '*', ...from, at }];
  }
  if (node.type === 'ExportDefaultDeclaration') {
    const declaration = nodeOf(node['declaration']);
    const named = nodeOf(declaration?.['id']);
    if (named !== undefined && /Declaration$/.test(declaration?.type ?? ''))
      return [{ name: 'default', local: textOf(named), at }];
    return [{ name: 'default', e: lowerExpr(to, declaration, 'default'), at }];
  }
  if (node.type === 'TSExportAssignment')
    return [{ name: 'default', e: lowerExpr(to, nodeOf(node['expression'])), at }];
  if (node.type !== 'ExportNamedDeclaration' || node['exportKind'] === 'type') return [];
  const declaration = nodeOf(node['declaration']);
  const declared = declaration === undefined ? [] : namesDeclared(to, declaration);
  const listed = nodesOf(node['specifiers']).map((one): Export => {
    const inner = textOf(nodeOf(one['local']));
    const name = textOf(nodeOf(one['exported']));
    return source === undefined ? { name, local: inner, at } : { name, of: inner, ...from, at };
  });
  return [...declared.map((name) => ({ name, local: name, at })), ...listed];
};

const namesDeclared = (to: Lowering, declaration: Node): string[] =>
  declaration.type === 'VariableDeclaration'
    ? nodesOf(declaration['declarations']).flatMap((one) => namesIn(lowerPattern(to, nodeOf(one['id']))))
    : /^(?:Function|Class|TSEnum)Declaration$/.test(declaration.type)
      ? [textOf(nodeOf(declaration['id']))]
      : [];
