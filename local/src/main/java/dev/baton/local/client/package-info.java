/**
 * What tests and measurements hold in their hands: HTTP clients of the commands and of the
 * simulator's control API, the same calls that a person makes with curl.
 */
@NullMarked
package dev.baton.local.client;

import org.jspecify.annotations.NullMarked;
