/**
 * The catalogue of all commands, generated from the definitions beside the handlers that the
 * template deploys. It is written into the gateway's resources by people and compared by a test;
 * nothing here runs on AWS.
 */
@NullMarked
package dev.baton.local.catalogue;

import org.jspecify.annotations.NullMarked;
