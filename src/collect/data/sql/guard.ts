import { isTree, listAt, namesOf, nodesIn, textAt, type Tree } from './tree.ts';

/** They read or write files, call other machines, wait, or end other sessions. */
const CLOSED =
  /^(?:pg_sleep\w*|pg_read_\w*|pg_ls_\w*|pg_stat_file|pg_file_\w*|lo_import|lo_export|dblink\w*|pg_terminate_backend|pg_cancel_backend|pg_reload_conf|pg_rotate_logfile|pg_switch_wal|pg_backup_\w*|pg_logical_emit_message|pg_promote|query_to_file|pg_current_logfile)$/;
/** The same in the text of a function or a DO block, where a statement may also be put together. */
const CLOSED_IN_TEXT =
  /\b(?:pg_sleep\w*|pg_read_(?:binary_)?file|pg_ls_(?!opclass)\w+|pg_stat_file|lo_import|lo_export|dblink\w*|pg_terminate_backend|pg_file_write)\s*\(|\bcopy\b[\s\S]{0,400}\b(?:to|from)\s+(?:program\b|'{1,4}\/)|\balter\s+system\b/i;
const CLOSED_STATEMENTS = new Set([
  'LoadStmt',
  'AlterSystemStmt',
  'CreateTableSpaceStmt',
  'CreatedbStmt',
  'DropdbStmt',
  'CreateForeignServerStmt',
  'CreateFdwStmt',
  'CreateSubscriptionStmt',
  'CreatePLangStmt',
]);
/** They mean nothing in a database of one session. */
const IDLE_STATEMENTS = new Set([
  'TransactionStmt',
  'VacuumStmt',
  'ListenStmt',
  'NotifyStmt',
  'CheckPointStmt',
  'LockStmt',
  'ClusterStmt',
  'ReindexStmt',
  'CommentStmt',
  'SecLabelStmt',
]);
const LANGUAGES = new Set(['sql', 'plpgsql']);

export type Judgement = { run: true } | { run: false; idle: true } | { run: false; idle: false; reason: string };

const refused = (reason: string): Judgement => ({ run: false, idle: false, reason });

/** Whether a statement may run in the throwaway database, by its syntax tree. */
export const judgeStatement = (tree: Tree, text: string): Judgement => {
  const kind = Object.keys(tree)[0] ?? '';
  if (IDLE_STATEMENTS.has(kind)) return { run: false, idle: true };
  if (CLOSED_STATEMENTS.has(kind)) return refused('it reaches outside of the database');
  for (const { name, node } of nodesIn(tree)) {
    if (name === 'CopyStmt') {
      if (node['is_program'] === true) return refused('it runs a program (COPY … PROGRAM)');
      return refused(
        textAt(node, 'filename') === undefined ? 'its rows stand outside of SQL' : 'it reads or writes a file',
      );
    }
    if (name === 'FuncCall') {
      const called = namesOf(listAt(node, 'funcname')).at(-1) ?? '';
      if (CLOSED.test(called)) return refused(`it calls ${called}()`);
    }
  }
  if (kind === 'DoStmt' || kind === 'CreateFunctionStmt') {
    const found = CLOSED_IN_TEXT.exec(text)?.[0];
    // A function that only waits or reads files when it is called is not called then; see the calls.
    if (found !== undefined && kind === 'DoStmt') return refused(`it uses ${found.replace(/\s+/g, ' ').slice(0, 40)}`);
    const language = languageOf(tree[kind]);
    if (language !== undefined && !LANGUAGES.has(language)) return refused(`it is written in ${language}`);
    if (found !== undefined) return refused(`its text uses ${found.replace(/\s+/g, ' ').slice(0, 40)}`);
  }
  return { run: true };
};

const languageOf = (node: unknown): string | undefined => {
  for (const option of [...listAt(node, 'options'), ...listAt(node, 'args')]) {
    const element = isTree(option) ? option['DefElem'] : undefined;
    if (textAt(element, 'defname') !== 'language') continue;
    const value = isTree(element) ? element['arg'] : undefined;
    return textAt(isTree(value) ? value['String'] : undefined, 'sval')?.toLowerCase();
  }
  return undefined;
};
