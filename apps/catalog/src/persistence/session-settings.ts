/**
 * One plan for a statement, whatever its values: the statements of a search decide by what they find, not by what a
 * planner expects, and finding such a plan anew takes longer than following it. Nor is any of them worth several processes.
 */
export const CATALOG_SESSION = { plan_cache_mode: 'force_generic_plan', max_parallel_workers_per_gather: '0' };
