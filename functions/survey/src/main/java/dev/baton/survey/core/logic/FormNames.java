package dev.baton.survey.core.logic;

import java.util.Map;
import java.util.Set;

/**
 * The names of a form that its logic can use.
 *
 * @param fields traits of every field by ref, thank-you screens included when they are fields
 * @param thankYouScreens refs of the thank-you screens
 */
public record FormNames(Map<String, FieldTraits> fields, Set<String> thankYouScreens) {}
