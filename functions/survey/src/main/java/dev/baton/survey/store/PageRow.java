package dev.baton.survey.store;

import dev.baton.survey.core.machine.PageSettings;

/**
 * A page that forms were imported for.
 *
 * @param pageId its id
 * @param owner who imported first
 * @param settings what the owner set
 */
public record PageRow(String pageId, String owner, PageSettings settings) {}
