export { CANCELLATION_POLICIES } from './cancellation-policy';
export { DayRangeView } from './day-range.view';
export { EarlyBirdDiscountView, LastMinuteDiscountView, LengthOfStayDiscountView, PriceDiscountsView } from './price-discounts.view';
export { FEE_BASES, type FeeBasis, HIGHEST_AMOUNT_MINOR, PRICE_UNITS, PriceFeeView, PricePlanView, PriceRuleView, type PriceUnit } from './price-plan.view';
export { MayBeLeftOut } from './presence-rules';
export { MoneyView } from './money.view';
export { PageRequest } from './page-request';
export { IsCurrency, IsId, IsText, IsTimeZoneName } from './text-rules';
export { IsBirthDate, IsDay, IsDayOrInstant, IsInstant, IsTimeOfDay, isDay, isInstant } from './time-rules';
