/**
 * How the functions behind the locks are planned: once per connection, and by index. Their plans outlive the size of
 * the tables they were made for; one made while a table was nearly empty would read all of it on the day it is not.
 */
export const BY_INDEX = 'SET plan_cache_mode = force_generic_plan SET enable_seqscan = off';
