import type { OperationSource } from '../../model/evidence/boundary.ts';

/** A JSON Schema of whatever draft, its `$ref`s resolved; cycles are cut by whoever resolves. */
export interface JsonSchema {
  type?: string | readonly string[];
  format?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  examples?: readonly unknown[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number | boolean;
  exclusiveMaximum?: number | boolean;
  multipleOf?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  oneOf?: readonly JsonSchema[];
  anyOf?: readonly JsonSchema[];
  allOf?: readonly JsonSchema[];
  nullable?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  description?: string;
}

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required: boolean;
  schema: JsonSchema;
  /** Values seen in use: from a HAR, a link, an example. */
  seen?: readonly string[];
}

export interface RequestBody {
  contentType: string;
  schema: JsonSchema;
  required: boolean;
  /** A body seen in use. */
  seen?: unknown;
}

/** One thing that the app can be asked to do. */
export interface Operation {
  /** `GET /api/orders/{orderId}`, with the origin in front when it is not the app's first. */
  id: string;
  /** Exact scheme, host and port. */
  origin: string;
  method: Method;
  /** Template: `/api/orders/{orderId}`. */
  path: string;
  parameters: readonly Parameter[];
  body?: RequestBody;
  answer?: { status: number; contentType?: string; schema?: JsonSchema };
  sources: readonly OperationSource[];
  /** What its description says of access; undefined when it says nothing. */
  declared?: 'public' | 'protected';
  operationId?: string;
  summary?: string;
}
