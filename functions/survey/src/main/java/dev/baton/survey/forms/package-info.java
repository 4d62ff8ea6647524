/**
 * Reads what authors write into descriptions: YAML 1.2 or JSON text becomes JSON as data. It
 * decides nothing about a form and knows no participant.
 */
@NullMarked
package dev.baton.survey.forms;

import org.jspecify.annotations.NullMarked;
