package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a form says about time.
 *
 * @param zone the zone of instants without one
 * @param timeouts named times of the import option {@code timeouts}: a text, or an object of type
 *     relative or absolute
 */
public record TimeRules(ZoneId zone, Map<String, Json> timeouts) {}
