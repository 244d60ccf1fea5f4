export { Database, Queryable, Transaction } from './database';
