/**
 * Surveys on Messenger that hand their thread to another app and always get it back.
 *
 * <p>Each Lambda has a package of its own below this one; decisions live in core, rows in store,
 * and the Graph API in graph.
 */
@NullMarked
package dev.baton.survey;

import org.jspecify.annotations.NullMarked;
