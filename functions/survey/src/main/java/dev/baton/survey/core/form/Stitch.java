package dev.baton.survey.core.form;

import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.Template;

/**
 * The form that follows when a stitch field is left. Source: survey spec §4.2.
 *
 * @param form its shortcode on the same page
 * @param metadata hidden values that are added, an object
 */
public record Stitch(Template form, JsonTemplate metadata) {}
