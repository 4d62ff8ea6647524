package dev.baton.core.json;

/**
 * A JSON string.
 *
 * @param value the characters, unescaped
 */
public record JsonText(String value) implements Json {}
