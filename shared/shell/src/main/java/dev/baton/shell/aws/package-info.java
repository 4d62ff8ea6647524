/**
 * The AWS clients of all functions, built at start with one small HTTP client. Endpoints, region
 * and credentials come only from the SDK's own settings, so nothing here knows where it runs.
 */
@NullMarked
package dev.baton.shell.aws;

import org.jspecify.annotations.NullMarked;
