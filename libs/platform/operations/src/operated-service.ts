/** The name of the service that is looked after. Injected by this class. */
export class OperatedService {
  constructor(readonly name: string) {}
}
