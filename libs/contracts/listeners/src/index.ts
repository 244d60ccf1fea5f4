export { LISTENERS } from './listeners';
