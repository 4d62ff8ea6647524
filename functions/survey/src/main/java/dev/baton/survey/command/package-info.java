/**
 * What the nine survey commands share: their error codes, the fields they all take, and who may see
 * a page. What one command does stays in its own package.
 */
@NullMarked
package dev.baton.survey.command;

import org.jspecify.annotations.NullMarked;
