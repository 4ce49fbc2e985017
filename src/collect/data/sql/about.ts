import { isTree, listAt, namesOf, nodesIn, qualified, relationOf, textAt, type Tree } from './tree.ts';

/** What a statement makes and what it speaks of. */
export interface About {
  /** `table public.orders`, `policy public.orders/read own`, `function public.f`, `view …`, `extension …`. */
  makes: readonly string[];
  /** `schema.table` of all relations named in it. */
  relations: readonly string[];
  /** Without it more may be open than with it: row-level security, a restrictive policy, a revoke, a drop, SQL that is put together. */
  guards: boolean;
}

const CLOSES = new Set([
  'CreateFunctionStmt',
  'AlterFunctionStmt',
  'AlterPolicyStmt',
  'DoStmt',
  'DropStmt',
  'AlterDefaultPrivilegesStmt',
  'RenameStmt',
]);

const guardsBy = (kind: string, tree: Tree): boolean => {
  const node = tree[kind];
  if (!isTree(node)) return false;
  if (kind === 'CreatePolicyStmt') return node['permissive'] !== true;
  if (kind === 'GrantStmt') return node['is_grant'] !== true;
  if (kind === 'AlterTableStmt') return JSON.stringify(listAt(node, 'cmds')).includes('RowSecurity');
  return CLOSES.has(kind);
};

export const aboutOf = (tree: Tree, text: string): About => {
  const kind = Object.keys(tree)[0] ?? '';
  const node = tree[kind];
  const relations = new Set<string>();
  for (const { name, node: inner } of nodesIn(tree)) {
    // A function that is made anew, dropped or revoked may have been closed by it.
    const called =
      name === 'ObjectWithArgs'
        ? listAt(inner, 'objname')
        : name === 'CreateFunctionStmt'
          ? listAt(inner, 'funcname')
          : [];
    if (called.length > 0) relations.add(qualified(namesOf(called)));
    const relation = relationOf(inner);
    if (relation !== undefined) relations.add(relation);
  }
  return {
    makes: makesOf(kind, node),
    relations: [...relations, ...(kind === 'DoStmt' ? namedIn(text) : []), ...droppedOf(kind, node)],
    guards: guardsBy(kind, tree),
  };
};

const makesOf = (kind: string, node: unknown): string[] => {
  if (!isTree(node)) return [];
  const of = (key: string): string => relationOf(node[key]) ?? '';
  switch (kind) {
    case 'CreateStmt':
      return [`table ${of('relation')}`];
    case 'ViewStmt':
      return [`view ${of('view')}`];
    case 'CreateTableAsStmt':
      return [`view ${relationOf(isTree(node['into']) ? node['into']['rel'] : undefined) ?? ''}`];
    case 'CreatePolicyStmt':
    case 'AlterPolicyStmt':
      return [`policy ${of('table')}/${textAt(node, 'policy_name') ?? ''}`];
    case 'CreateFunctionStmt':
      return [`function ${qualified(namesOf(listAt(node, 'funcname')))}`];
    case 'CreateExtensionStmt':
      return [`extension ${textAt(node, 'extname') ?? ''}`];
    case 'RenameStmt':
      return textAt(node, 'renameType') === 'OBJECT_TABLE'
        ? [`table ${schemaOf(of('relation'))}.${textAt(node, 'newname') ?? ''}`]
        : [];
    case 'InsertStmt':
      return of('relation') === 'storage.buckets' ? ['buckets'] : [];
    default:
      return [];
  }
};

const schemaOf = (relation: string): string => relation.slice(0, relation.indexOf('.'));

/** `DROP POLICY x ON t` names its table inside a list of names. */
const droppedOf = (kind: string, node: unknown): string[] => {
  if (kind !== 'DropStmt') return [];
  const policy = textAt(node, 'removeType') === 'OBJECT_POLICY';
  return listAt(node, 'objects').flatMap((one) => {
    const names = namesOf(listAt(isTree(one) ? one['List'] : undefined, 'items'));
    return names.length === 0 ? [] : [qualified(policy ? names.slice(0, -1) : names)];
  });
};

/** The tables that a DO block names in its text. */
const namedIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /\b(?:table|on|into|from|update)\s+(?:if\s+(?:not\s+)?exists\s+)?(?:only\s+)?(?:"?(\w+)"?\.)?"?(\w+)"?/gi,
    ),
  ]
    .slice(0, 500)
    .map(([, schema, name]) => `${schema ?? 'public'}.${name}`);
