/**
 * What makes a fact the same fact, however often and under whatever message id it is told:
 * its topic, the thing it is about, and which state of that thing.
 */
export function factKey(topic: string, subjectId: string, state: string | number): string {
  return `${topic}:${subjectId}:${state}`;
}
