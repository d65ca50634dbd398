/** Closes the run with one plain line of counts, for machines that read it. */
import type { Reporter, Suite } from "@playwright/test/reporter";

export default class Counts implements Reporter {
  private suite: Suite | undefined;
  private errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  /** Faults outside a test: a file that does not load, a server that does not start. */
  onError(): void {
    this.errors++;
  }

  onEnd(): void {
    const tests = this.suite?.allTests() ?? [];
    const count = (outcome: string) => tests.filter((test) => test.outcome() === outcome).length;
    process.stdout.write(`\n${count("expected")} passed, ${count("unexpected") + this.errors} failed\n`);
  }
}
