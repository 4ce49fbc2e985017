export * from './schema/users.ts';
export * from './schema/catalogue.ts';
export * from './schema/trade.ts';
export * from './schema/money.ts';
export * from './schema/operations.ts';
