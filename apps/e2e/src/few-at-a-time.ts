/** Does something with each of many, a few at a time, and answers what came of it in their order. */
export async function fewAtATime<One, Outcome>(many: readonly One[], atOnce: number, work: (one: One) => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < many.length; index = next++) outcomes[index] = await work(many[index]!);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, many.length) }, worker));
  return outcomes;
}
