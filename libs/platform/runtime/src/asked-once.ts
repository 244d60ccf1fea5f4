/** Lets those who ask for the same at the same time share one answer, or one fault; whoever asks later has it asked anew. */
export class AskedOnce<Answer> {
  private readonly asked = new Map<string, Promise<Answer>>();

  /** Asks, unless that is being asked already. */
  answer(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    const asked = this.asked.get(question) ?? ask().finally(() => this.asked.delete(question));
    this.asked.set(question, asked);
    return asked;
  }
}
