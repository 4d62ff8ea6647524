/**
 * From JSON text to the JSON values of the core, with limits and named reasons. Only this room
 * knows the JSON library; no binding of objects may enter.
 */
@NullMarked
package dev.baton.shell.json;

import org.jspecify.annotations.NullMarked;
