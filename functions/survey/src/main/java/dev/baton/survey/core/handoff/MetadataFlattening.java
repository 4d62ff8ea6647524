package dev.baton.survey.core.handoff;

/**
 * Turns the metadata of a return into hidden values {@code e_handover_*}. Source: survey
 * specification §7.1–7.3.
 */
public final class MetadataFlattening {
  private MetadataFlattening() {}

  /**
   * Flattens the metadata; total.
   *
   * @param aliases whether it is stored a second time in fly's naming
   * @param inChain whether names of finished steps, {@code e_handover_step<n>_*}, are the engine's
   */
  public static Flattened flatten(Metadata metadata, boolean aliases, boolean inChain) {
    throw new UnsupportedOperationException(metadata + "" + aliases + inChain);
  }
}
