package dev.baton.survey.inbound;

import java.util.List;

/** A webhook body after reading. Source: survey spec §2.1. */
public sealed interface Delivery {

  /**
   * A body about pages.
   *
   * @param elements its elements in array order, none left out
   */
  record Elements(List<Element> elements) implements Delivery {

    /** Keeps a copy. */
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /** A body about something else than pages; answered 200 and inert. */
  record UnsupportedObject() implements Delivery {}

  /**
   * A body that is no JSON object with {@code entry[]}, or is nested deeper than 50; answered 400.
   *
   * @param reason for the log, without any of the body's text
   */
  record Malformed(String reason) implements Delivery {}
}
