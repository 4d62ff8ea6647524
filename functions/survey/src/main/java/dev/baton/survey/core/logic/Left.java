package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What leaving a field did.
 *
 * @param variables all variables afterwards
 * @param jump the jump to take; null for the next field in order
 * @param failedCalculations how many calculations left their variable as it was
 */
public record Left(Map<String, Json> variables, @Nullable Jump jump, int failedCalculations) {}
