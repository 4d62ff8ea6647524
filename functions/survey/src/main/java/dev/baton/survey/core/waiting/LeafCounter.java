package dev.baton.survey.core.waiting;

/** Numbers leaves in document order from 0. Used once. */
final class LeafCounter {
  private int count;

  int next() {
    return count++;
  }
}
