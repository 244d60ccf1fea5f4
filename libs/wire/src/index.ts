export { MayBeLeftOut } from './presence-rules';
export { MoneyView } from './money.view';
export { PageRequest } from './page-request';
export { IsCurrency, IsId, IsText, IsTimeZoneName } from './text-rules';
export { IsDay, IsDayOrInstant, IsInstant, IsTimeOfDay, isDay, isInstant } from './time-rules';
