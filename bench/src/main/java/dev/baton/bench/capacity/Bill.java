package dev.baton.bench.capacity;

import java.io.PrintStream;
import java.util.Map;

/**
 * What calls of one sort consumed of DynamoDB, by kind of item, and what a million of them costs on
 * demand in us-east-1.
 *
 * @param consumed what was consumed, by kind of item
 * @param calls how many calls that was
 */
public record Bill(Map<String, Consumption> consumed, int calls) {
  private static final double DOLLARS_PER_MILLION_WRITES = 0.625;
  private static final double DOLLARS_PER_MILLION_READS = 0.125;

  /** Prints the whole, and then every kind of item that was touched. */
  public void print(PrintStream out, String name) {
    double reads = 0;
    double writes = 0;
    for (Consumption one : consumed.values()) {
      reads += one.readUnits() / calls;
      writes += one.writeUnits() / calls;
    }
    out.printf(
        "%s: %.2f read units, %.2f write units; a million: %.2f dollars of DynamoDB%n",
        name,
        reads,
        writes,
        reads * DOLLARS_PER_MILLION_READS + writes * DOLLARS_PER_MILLION_WRITES);
    consumed.forEach((kind, one) -> printKind(out, kind, one));
  }

  private void printKind(PrintStream out, String kind, Consumption one) {
    if (!one.equals(Consumption.NONE)) {
      out.printf(
          "  %-32s %.2f reads, %.2f writes, %.2f read units, %.2f write units%n",
          kind,
          (double) one.reads() / calls,
          (double) one.writes() / calls,
          one.readUnits() / calls,
          one.writeUnits() / calls);
    }
  }
}
