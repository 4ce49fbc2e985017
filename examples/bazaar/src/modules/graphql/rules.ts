import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FieldNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

const DEEPEST = 6;
const MOST_ALIASES = 10;
const MOST_COST = 1_000;
/** What a list costs whose length the query leaves to a variable. */
const MOST_ROWS = 50;
const DEFAULT_ROWS = 20;

interface Weight {
  depth: number;
  cost: number;
  aliases: number;
}

const NOTHING: Weight = { depth: 0, cost: 0, aliases: 0 };

const rowsOf = ({ name, arguments: args = [] }: FieldNode): number => {
  if (name.value !== 'listings') return 1;
  const limit = args.find((argument) => argument.name.value === 'limit')?.value;
  if (limit === undefined) return DEFAULT_ROWS;
  const rows = limit.kind === Kind.INT ? Number(limit.value) : MOST_ROWS;
  return Math.min(Math.max(rows, 1), MOST_ROWS);
};

const add = (a: Weight, b: Weight): Weight => ({
  depth: Math.max(a.depth, b.depth),
  cost: a.cost + b.cost,
  aliases: a.aliases + b.aliases,
});

/** Each fragment is weighed once and remembered, so that weighing cannot be made slow by spreading fragments in each other. */
const weigher = (context: ValidationContext): ((selections: SelectionSetNode) => Weight) => {
  const fragments = new Map<string, Weight>();

  const ofFragment = (name: string): Weight => {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    // A fragment that spreads itself is refused by a rule of the language; here it must only not loop.
    fragments.set(name, NOTHING);
    const fragment = context.getFragment(name);
    const weight = fragment ? ofSelections(fragment.selectionSet) : NOTHING;
    fragments.set(name, weight);
    return weight;
  };

  const ofField = (field: FieldNode): Weight => {
    const aliases = field.alias ? 1 : 0;
    // The schema's own description; the language has a limit for it.
    if (field.name.value.startsWith('__')) return { ...NOTHING, aliases };
    const inner = field.selectionSet ? ofSelections(field.selectionSet) : NOTHING;
    return {
      depth: inner.depth + 1,
      cost: 1 + rowsOf(field) * inner.cost,
      aliases: inner.aliases + aliases,
    };
  };

  const ofSelections = ({ selections }: SelectionSetNode): Weight =>
    selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection);
        if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
        return ofSelections(selection.selectionSet);
      })
      .reduce(add, NOTHING);

  return ofSelections;
};

/** Refuses a query that is nested too deeply, renames too much, or could return too much. */
export const withinLimits: ValidationRule = (context): ASTVisitor => {
  const weigh = weigher(context);
  return {
    OperationDefinition({ selectionSet }) {
      const { depth, cost, aliases } = weigh(selectionSet);
      if (depth > DEEPEST)
        context.reportError(new GraphQLError(`The query is nested more than ${DEEPEST} levels deep.`));
      if (aliases > MOST_ALIASES)
        context.reportError(new GraphQLError(`The query has more than ${MOST_ALIASES} aliases.`));
      if (cost > MOST_COST) context.reportError(new GraphQLError(`The query costs ${cost}; the most is ${MOST_COST}.`));
    },
  };
};
