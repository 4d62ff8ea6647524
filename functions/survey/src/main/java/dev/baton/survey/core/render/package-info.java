/**
 * The bodies of Graph requests, from a compiled field and the values of a participant. Whether and
 * when something is sent is decided elsewhere.
 */
@NullMarked
package dev.baton.survey.core.render;

import org.jspecify.annotations.NullMarked;
